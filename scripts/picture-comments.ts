// Draws the golden comments as GitHub shows them, light and dark, wide and narrow, for a person to look
// at, and checks what a browser can: `node scripts/picture-comments.ts FOLDER [name…]`. Needs Debian's
// chromium, or another that CHROMIUM names.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { chromium, type Page } from 'playwright-core';

const require = createRequire(import.meta.url);
/** Where golden comments are, and what is put before their names. */
const goldens = { '': 'report/golden/markdown', 'scenario-': 'github/scenarios' } as const;
const themes = ['light', 'dark'] as const;
const widths = { wide: 1_000, narrow: 360 } as const;

type Theme = (typeof themes)[number];

const styles: Readonly<Record<Theme, string>> = {
  light: require.resolve('github-markdown-css/github-markdown-light.css'),
  dark: require.resolve('github-markdown-css/github-markdown-dark.css'),
};

/** What GitHub's own filters do after Markdown: alerts, and fences of Mermaid. */
const PREPARE = `
  for (const quote of document.querySelectorAll('.markdown-body > blockquote')) {
    const first = quote.querySelector('p');
    const [, kind] = /^\\s*\\[!(CAUTION|WARNING|IMPORTANT|NOTE|TIP)\\]/.exec(first?.textContent ?? '') ?? [];
    if (kind === undefined) continue;
    first.innerHTML = first.innerHTML.replace(/^\\s*\\[!\\w+\\]\\s*/, '');
    const word = kind[0] + kind.slice(1).toLowerCase();
    const alert = document.createElement('div');
    alert.className = 'markdown-alert markdown-alert-' + word.toLowerCase();
    alert.innerHTML = '<p class="markdown-alert-title">' + word + '</p>' + quote.innerHTML;
    quote.replaceWith(alert);
  }
  for (const code of document.querySelectorAll('code.language-mermaid')) {
    const drawing = document.createElement('div');
    drawing.className = 'mermaid';
    drawing.textContent = code.textContent;
    code.parentElement.replaceWith(drawing);
  }
  for (const fold of document.querySelectorAll('details')) fold.open = true;`;

/** What is wrong with the page, as texts. */
const INSPECT = `(() => {
  const wrong = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push('the page is ' + scrollWidth + ' wide, of ' + clientWidth);
  for (const drawing of document.querySelectorAll('.mermaid')) {
    const svg = drawing.querySelector('svg');
    if (svg?.getAttribute('aria-roledescription') !== 'er') wrong.push('a diagram is not drawn');
  }
  for (const quote of document.querySelectorAll('blockquote')) {
    if (quote.textContent.includes('[!')) wrong.push('an alert is none: ' + quote.textContent.trim());
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let tags = 0;
  while (texts.nextNode()) {
    const { parentElement, data } = texts.currentNode;
    if (!parentElement.closest('code, pre, script, style, svg')) tags += data.match(/<\\/?[a-z]/gi)?.length ?? 0;
  }
  return { wrong, tags };
})()`;

interface Inspected {
  readonly wrong: readonly string[];
  /** How many tags are shown as text. */
  readonly tags: number;
}

function htmlOf(markdown: string, theme: Theme): string {
  const body = micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const style = readFileSync(styles[theme], 'utf8');
  return `<!doctype html><meta charset="utf-8"><style>${style}
    body { margin: 0; background: ${theme === 'dark' ? '#0d1117' : '#fff'} }
    .markdown-body { padding: 16px; overflow-wrap: break-word }
    .mermaid svg { max-width: 100% }</style><article class="markdown-body">${body}</article>`;
}

/** What is wrong with one picture of one comment. */
async function picture(
  page: Page,
  markdown: string,
  { theme, path }: { readonly theme: Theme; readonly path: string },
): Promise<readonly string[]> {
  await page.setContent(htmlOf(markdown, theme));
  await page.evaluate(PREPARE);
  await page.addScriptTag({ path: require.resolve('mermaid/dist/mermaid.min.js') });
  const options = { startOnLoad: false, theme: theme === 'dark' ? 'dark' : 'default' };
  const drawn: unknown = await page.evaluate(
    `mermaid.initialize(${JSON.stringify(options)}); mermaid.run().then(() => '', String)`,
  );
  const { wrong, tags } = await page.evaluate<Inspected>(INSPECT);
  await page.screenshot({ path, fullPage: true });
  // What was written to be read as text stands in the comment as entities.
  const meant = markdown.match(/&lt;/g)?.length ?? 0;
  return [
    ...wrong,
    ...(drawn === '' ? [] : [`Mermaid: ${String(drawn)}`]),
    ...(tags > meant ? [`${String(tags)} raw tags, of which ${String(meant)} are meant`] : []),
  ];
}

/** The files of all golden comments, by name. */
function goldenFiles(): ReadonlyMap<string, string> {
  const found = Object.entries(goldens).flatMap(([prefix, folder]) => {
    const directory = join(import.meta.dirname, '../__tests__', folder);
    const files = readdirSync(directory).filter((file) => file.endsWith('.md'));
    return files.map((file) => [`${prefix}${file.slice(0, -3)}`, join(directory, file)] as const);
  });
  return new Map(found);
}

async function main([folder, ...names]: readonly string[]): Promise<number> {
  if (folder === undefined) throw new Error('usage: picture-comments.ts FOLDER [name…]');
  mkdirSync(folder, { recursive: true });
  const files = goldenFiles();
  const chosen = names.length > 0 ? names : [...files.keys()];
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync'],
  });
  let problems = 0;
  const views = Object.entries(widths).flatMap(([width, pixels]) =>
    themes.map((theme) => ({ width, pixels, theme })),
  );
  for (const { width, pixels, theme } of views) {
    const page = await browser.newPage({ viewport: { width: pixels, height: 800 } });
    for (const name of chosen) {
      const markdown = readFileSync(files.get(name) ?? name, 'utf8');
      const path = join(folder, `${name}.${theme}.${width}.png`);
      const wrong = await picture(page, markdown, { theme, path });
      problems += wrong.length;
      for (const problem of wrong) console.error(`${name}, ${theme}, ${width}: ${problem}`);
    }
    await page.close();
  }
  await browser.close();
  console.log(`${String(chosen.length * 4)} pictures, ${String(problems)} problems`);
  return problems === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
