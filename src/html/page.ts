/** Plain pages for people: no script, readable at any width, in light and dark. */

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, found => `&#${found.charCodeAt(0)};`)

export const STYLE = `:root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#57606a;--line:#d0d7de;--link:#0b57d0}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--soft:#9aa4af;--line:#30363d;--link:#7cb0ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1rem 4rem;color:var(--ink);background:var(--paper);font:1rem/1.6 system-ui,sans-serif}
h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2rem}
a{color:var(--link)}code{font-size:.95em;overflow-wrap:anywhere}
p.lead{font-size:1.1rem}dt{color:var(--soft)}dd{margin:0 0 .5rem}p.soft,td.soft{color:var(--soft)}
div.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
pre{overflow-x:auto;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.4rem}pre code{overflow-wrap:normal}
h3{font-size:1rem;margin:1.25rem 0 .25rem}h3 small{font-weight:normal}
input,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:.3rem;padding:.25rem .5rem;max-width:100%}
td.links a{margin-right:.75rem;white-space:nowrap}
`

export const STYLE_PATH = '/docs/style.css'
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** A whole page; `head` and `body` are HTML, everything else is text. */
export const page = ({
  title,
  body,
  head = '',
  lang = 'en'
}: {
  title: string
  body: string
  head?: string
  lang?: string
}): string => `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${STYLE_PATH}">${head}
</head>
<body>
${body}
</body>
</html>
`
