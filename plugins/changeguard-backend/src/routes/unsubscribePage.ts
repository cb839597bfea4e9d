const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character]);
}

const style = `
  :root { color-scheme: light dark }
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 34rem; padding: 4rem 1rem }
  button { font: inherit; padding: .5rem 1.25rem; cursor: pointer }`;

/** What the page says. */
export type UnsubscribePage =
  | { state: 'asking'; recipient: string }
  | { state: 'done'; recipient: string; preferencesUrl: string | null }
  | { state: 'invalid' };

function content(page: UnsubscribePage): string {
  switch (page.state) {
    case 'asking':
      return `<h1>Stop mail from ChangeGuard?</h1>
<p>No more mail about schema changes will be sent to <strong>${escaped(
        page.recipient,
      )}</strong>. Notifications inside the portal stay.</p>
<form method="post"><button type="submit">Stop mail</button></form>`;
    case 'done':
      return `<h1>No more mail</h1>
<p>ChangeGuard sends no more mail to <strong>${escaped(
        page.recipient,
      )}</strong>.</p>${
        page.preferencesUrl
          ? `\n<p>Changed your mind? <a href="${escaped(
              page.preferencesUrl,
            )}">Switch it on again</a> in your preferences.</p>`
          : ''
      }`;
    default:
      return `<h1>This link does not work</h1>
<p>It is incomplete, or was made by another portal. Mail can be switched off in ChangeGuard’s preferences, too.</p>`;
  }
}

/** The page behind the link in a mail; needs no script and no sign-in. */
export function unsubscribePage(page: UnsubscribePage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Mail from ChangeGuard</title>
<style>${style}
</style>
</head>
<body>
<main>
${content(page)}
</main>
</body>
</html>
`;
}
