import { createRequire } from 'node:module';

const PLATFORMS: Readonly<Record<string, string>> = {
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
  'linux arm64': 'linux-aarch64',
  'linux arm': 'linux-armv7',
  'linux x64': 'linux-x64',
  'win32 arm64': 'win32-arm64',
  'win32 x64': 'win32-x64',
};

/** Where the program lies that comes with `@bufbuild/buf` for this machine; none when none does. */
export function findBuf(): string | undefined {
  const platform = PLATFORMS[`${process.platform} ${process.arch}`];
  if (!platform) return undefined;
  const file = process.platform === 'win32' ? 'buf.exe' : 'buf';
  try {
    const from = createRequire(require.resolve('@bufbuild/buf'));
    return from.resolve(`@bufbuild/buf-${platform}/bin/${file}`);
  } catch {
    return undefined;
  }
}
