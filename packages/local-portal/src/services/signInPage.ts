import type { SamplePerson } from '../people/samplePeople.ts';

const STYLE = `
  :root { color-scheme: light dark; --line: #d5dae1; --card: #fff; --page: #f4f6f9; --text: #1c2733; --soft: #5b6875; --accent: #0b6e99; }
  @media (prefers-color-scheme: dark) { :root { --line: #3a4552; --card: #222b35; --page: #171d24; --text: #eef2f6; --soft: #a7b4c1; --accent: #58b7e0; } }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.4 system-ui, sans-serif; }
  main { max-width: 560px; margin: 0 auto; padding: 32px 16px; }
  h1 { font-size: 24px; margin: 0 0 4px; }
  p { color: var(--soft); margin: 0 0 20px; }
  button { display: flex; gap: 14px; align-items: center; width: 100%; margin: 0 0 10px; padding: 12px 14px; text-align: left; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 10px; cursor: pointer; }
  button:hover, button:focus-visible { border-color: var(--accent); outline: 2px solid var(--accent); outline-offset: 0; }
  .face { flex: none; width: 40px; height: 40px; border-radius: 50%; display: grid; place-items: center; color: #fff; background: var(--accent); font-weight: 600; }
  @media (prefers-color-scheme: dark) { .face { color: #10202b; } }
  .who { overflow-wrap: anywhere; }
  small { display: block; color: var(--soft); }
`;

/** The page on which one chooses whom to be: one click, no password. */
export function signInPage(people: SamplePerson[], uid: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Who are you?</h1>
<p>This sign-in serves the portal on this machine and asks for no password.</p>
<form method="post" action="/sign-in/${escape(uid)}">
${people.map(button).join('\n')}
</form>
</main>
</body>
</html>
`;
}

function button({ id, displayName, email, teams }: SamplePerson): string {
  const details = [email, ...teams].map(escape).join(' · ');
  return `<button name="login" value="${escape(id)}">
<span class="face" aria-hidden="true">${escape(displayName.slice(0, 1))}</span>
<span class="who">${escape(displayName)}<small>${details}</small></span>
</button>`;
}

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
