//! What somebody may write into a text that is to be obeyed, hidden or taken for markup; none of it is.

/// So many marks on one letter, and so long a word.
const MANY: usize = 1000;

/// What every hidden letter alone does.
const HIDDEN: &str = "\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}\u{7f}\u{80}\u{85}\u{90}\u{9b}\u{9d}\u{9f}\u{ad}\u{34f}\u{61c}\u{115f}\u{180e}\
                      \u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2061}\
                      \u{2064}\u{2066}\u{2067}\u{2068}\u{2069}\u{206a}\u{3164}\u{feff}\u{ffa0}\u{fff9}\u{fffb}\u{fffe}\u{ffff}\u{e0001}\
                      \u{e0041}\u{e007f}\u{e0100}\u{13430}\u{1343f}\u{1bca0}\u{1bca3}\u{1d173}\u{1d17a}";

/// Markup, formulas, quotes, and what terminals obey.
const WRITTEN: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)' x='",
    "\" autofocus onfocus=\"alert(1)",
    "</desc></metadata></svg><svg><foreignObject>",
    "<!-- x",
    "x --> y",
    "]]> <![CDATA[ x",
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>&b;",
    "&lt;b&gt; &#x3c;b&#x3e; &amp;lt; &nbsp;",
    "<r><t>rich</t></r>",
    "_x0007__x005F_x0041_",
    "[x](javascript:alert(1))",
    "[x]: javascript:alert(1)",
    "![x](https://example.org/spy.png)",
    "[![x](https://example.org/spy.png)](data:text/html,x)",
    "<https://example.org> <a@example.org> https://example.org www.example.org",
    "<img src=https://example.org/spy.png>",
    "a | b || c |",
    "| --- | --- |",
    "`code` ``more`` ```",
    "```\nfence\n```",
    "~~~ ~~struck~~ ~sub~ ^sup^",
    "[^1] and [^1]: a note",
    "*a* **b** _c_ __d__ ***",
    "# heading #",
    "> quote",
    "- item",
    "+ item",
    "1. item",
    "1) item",
    "--- ===",
    "(c) item",
    "(iv) item",
    "(@) item",
    "(@a) item",
    "i. item",
    "a. item",
    "A.  item",
    "#. item",
    ": definition",
    "::: x",
    "Table: caption",
    "@miller said [@miller] -@miller",
    "mailto:a@example.org xmpp:a@example.org a@example.org",
    "ftp://example.org https://user:password@example.org/",
    ":smile: :+1: {#id .class}",
    "term\n: definition",
    "paragraph\n\n# heading\n\n- [ ] task",
    "a\\\nb",
    "trailing \\",
    "\\\\ \\` \\| \\n \\u{202e} \\x1b",
    "=cmd|'/c calc'!A0",
    "=HYPERLINK(\"https://example.org\",\"x\")",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "''=1+1",
    "a\tb\r\nc\nd\re",
    "\"double\" 'single' “curly” ‘curly’ „low“ «angle» `back` ´acute´",
    "',\"\";\",';",
    "';-- x",
    "'; DROP TABLE scenarios; --",
    "\\'; SELECT 1; --",
    "/* x */ -- y # z",
    "$$ $x$ $1 $tag$ x $tag$",
    "{{ 7*7 }} {% if %} {# x #}",
    "${7*7} ${env:HOME} #{7*7} %{x}",
    "$(reboot) `reboot` ; reboot && reboot | reboot > x",
    "%s %n %x %00 %0d%0a",
    "\u{1b}[31mred\u{1b}[0m\u{1b}[2J\u{1b}[1;1H",
    "\u{9b}31mred\u{9b}0m",
    "\u{1b}]8;;https://example.org\u{7}link\u{1b}]8;;\u{7}",
    "\u{1b}]0;title\u{7}\u{1b}P1$r\u{1b}\\",
    "back\u{8}\u{8}\u{8}\u{8}space",
    "bell\u{7} del\u{7f} vertical\u{b} form\u{c}",
    "\u{202e}detrever\u{202c} \u{2066}isolated\u{2069} \u{200f}rtl\u{200e}ltr\u{61c}",
    "zero\u{200b}width\u{200c}non\u{200d}joiner\u{2060}word\u{feff}mark\u{ad}soft",
    "tag\u{e0001}\u{e0041}\u{e007f} variation❤\u{fe0f}\u{e0100}",
    "line\u{2028}separator\u{2029}paragraph\u{85}next",
    "not characters \u{fffe}\u{ffff} replaced \u{fffd}",
    "hangul\u{115f}\u{1160}\u{3164}filler\u{ffa0}",
    "مرحبا עולם 漢字 ģimene 👩\u{200d}🚀 ẍ̃",
    "CON / NUL / ../../etc/passwd / C:\\x / file:///etc/passwd",
    "null",
    "NaN",
    "1e3",
    "TRUE",
    "00123",
    "2025-01-01",
    "1,234.5;6",
];

/// Every text, each with a letter in it; hidden ones a second time beside what runs in a spreadsheet.
pub(super) fn all() -> Vec<String> {
    let hidden = HIDDEN.chars().map(|letter| format!("a{letter}b"));
    let before = ['\u{202e}', '\u{200b}', '\u{feff}', '\u{1b}'].map(|letter| format!("{letter}=1+1"));
    let long = [format!("a{}", "\u{301}".repeat(MANY)), "longword".repeat(MANY / 8), "<&\"'>".repeat(MANY / 5)];
    WRITTEN.iter().map(|text| (*text).to_owned()).chain([hidden.collect()]).chain(before).chain(long).collect()
}

/// As many texts that mean nothing anywhere.
pub(super) fn plain() -> Vec<String> {
    (0..all().len()).map(|at| format!("plain words {at}")).collect()
}
