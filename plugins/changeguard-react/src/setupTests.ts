import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Tests wait for what is to appear; how long that takes is the machine's affair, and a busy one is no failure.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 15_000 });
