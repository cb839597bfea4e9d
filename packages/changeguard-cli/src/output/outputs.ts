import { githubOutput } from './githubOutput';
import { jsonOutput } from './jsonOutput';
import { markdownOutput } from './markdownOutput';
import { Output } from './Output';
import { sarifOutput } from './sarifOutput';
import { textOutput } from './textOutput';

/** Every output by the name that `--output` takes. */
export const outputs: Readonly<Record<string, Output>> = {
  text: textOutput,
  json: jsonOutput,
  sarif: sarifOutput,
  github: githubOutput,
  markdown: markdownOutput,
};

/** Those that people read in the log of a pipeline, or at a terminal. */
export const logOutputs: ReadonlySet<string> = new Set(['text', 'github']);
