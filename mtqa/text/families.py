"""The families of things in a text that are no language: each a record, in the order in which they are tried.

Read from what the peers' documentation says of each syntax (printf and Python, C# and Java, ICU MessageFormat, Fluent,
Qt, Laravel, Vue, Angular, Jinja, Ruby, Swift, Pascal, Scheme, MediaWiki, Chrome, Drupal, gettext's format flags).
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["markup", "placeholder", "url", "email", "code", "path", "term"]
Certainty = Literal["sure", "likely", "possible"]


class Family(NamedTuple):
    """One syntax: ``pattern`` matches it, and a text without any of ``signs`` has none of it.

    ``certainty``: ``sure`` by its shape alone; ``likely`` what running text may have too (``:name``, ``{sic}``, ``%1``);
    ``possible`` what only a file of software strings may hold (``$1``, ``@count``).
    """

    name: str
    kind: Kind
    pattern: str
    signs: tuple[str, ...]
    certainty: Certainty = "sure"


RARE = "rare"
"""The sign of what no fixed characters announce: :data:`mtqa.text.mask.RARE_SIGNS` looks for it."""

HTML = (
    "a|abbr|b|bdi|bdo|blockquote|body|br|button|caption|cite|code|col|dd|del|dfn|div|dl|dt|em|figure|font|footer|form|"
    "h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|ol|option|p|pre|q|s|samp|"
    "script|section|select|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|"
    "title|tr|tt|u|ul|var|video|wbr"
)
XLIFF = "bpt|ept|bx|ex|g|it|mrk|ph|sc|ec|pc|cp|sm|x|hi|ut|target|source"
BB = "b|i|u|s|url|img|quote|code|list|color|size|center|spoiler|email|font|left|right|table|tr|td|youtube|[*]"

ATTRIBUTE = r"\s+[A-Za-z_@:][\w:.-]*\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'|[^\s<>\"'„“”]+)"
FLAG = r"\s+(?:async|autofocus|checked|controls|defer|disabled|hidden|loop|multiple|muted|readonly|required|selected)"
TOP = "com|org|net|edu|gov|mil|int|info|io|eu|de|at|ch|uk|us|fr|nl|app|dev"
FILES = (
    "txt|md|pdf|docx?|xlsx?|pptx?|csv|tsv|json|ya?ml|toml|ini|cfg|conf|xml|xlf|xliff|tmx|po|html?|css|js|ts|py|sh|bat|"
    "exe|dll|zip|gz|tar|rar|iso|png|jpe?g|gif|svg|webp|mp[34]|wav|avi|mov|sql|db|log|bak|java|cs|cpp|php|rb|ps1|msi|dmg"
)
LENGTH = r"(?:hh?|ll?|[qLjzt])?"
PRINTF = "diouxXeEfFgGcCsSaApn@"
TIME = "aAbBcdDeFgGhHIjklmMnprRSsTtuUVwWxXyYzZ"
BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
LARAVEL = "attribute|count|date|format|max|min|name|number|other|seconds|size|user|value|values"
DRUPAL = (
    "author|count|date|email|field|file|label|link|max|min|name|number|path|size|site|time|title|type|url|user|"
    "username|value"
)
TAIL = r"[^\s<>\"„“”»«]*[\w/=&#+~-]"
"""The rest of an address: punctuation at its end is the sentence's."""

FAMILIES: tuple[Family, ...] = (
    Family("rst_role", "markup", r":[a-z][\w+.-]*(?::[a-z][\w+.-]*)?:`[^`\n]+`", (":`",)),
    Family("rst_link", "markup", r"`[^`\n<]*<[^`\n<>]+>`__?|\|[A-Za-z][\w-]*\|_?(?![\w|])", ("`_", "|")),
    Family("rst_note", "markup", r"\[(?:\d+|#[\w-]*|\*)\]_(?!\w)", ("]_",)),
    Family("code_span", "code", r"```.*?```|``(?!`).+?``(?!`)|`(?!\s|%[a-z]`|[%$#]?\{+[\w.]*\}+`)[^`\n]*[^`\s]`", ("`",)),
    Family("comment", "markup", r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?\w[^<>]*\?>", ("<", "]]>")),
    Family("template", "placeholder", r"\{%.*?%\}|<%.*?%>", ("{%", "<%")),
    Family("html_tag", "markup", rf"</?(?:{HTML}|{XLIFF})(?:{ATTRIBUTE}|{FLAG})*\s*/?>", ("<",)),
    Family("xml_tag", "markup",
           rf"</[A-Za-z][\w:.-]*\s*>|<[A-Za-z][\w:.-]*(?:{ATTRIBUTE})+\s*/?>|<[A-Za-z][\w:.-]*\s*/>", ("<",)),
    Family("numbered_tag", "markup", r"</?[a-z]{0,2}\d{1,3}\s*/?>|\{[a-z\d]{1,3}>|<[a-z\d]{1,3}\}", ("<", "{")),
    Family("entity", "markup", r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});", ("&",)),
    Family("markdown_address", "markup", r"(?<=\])\([^()\s]+\)", ("](",)),
    Family("markdown_strong", "markup", r"(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*)", ("**",)),
    Family("bbcode", "markup", rf"\[/?(?:{BB})(?:=[^\]\n]*)?\]", ("[/",)),
    Family("url", "url", rf"(?:https?|ftp|file)://{TAIL}|mailto:[^\s<>\"]*\w|www\.[\w-]+\.{TAIL}",
           ("://", "mailto:", "www.")),
    Family("email", "email", r"(?<![\w.])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", ("@",)),
    Family("domain", "url", rf"(?<![\w.@])[a-zA-Z\d-]+(?:\.[a-z\d-]+)*\.(?:{TOP})(?:/{TAIL})?(?![\w@])(?!\.\w)", (RARE,)),
    Family("mustache", "placeholder", r"\{\{\{?[^{}\n]*\}?\}\}", ("{{",)),
    Family("dollar_brace", "placeholder", r"[$%#]\{[^{}\n]*\}", ("${", "%{", "#{")),
    Family("double_bracket", "placeholder", r"\[\[[^\[\]\n]+\]\]", ("[[",)),
    Family("i18next_nesting", "placeholder", r"\$t\([^()\n]*\)", ("$t(",)),
    Family("swift", "placeholder", r"\\\([A-Za-z_][\w.]*\)", ("\\(",)),
    Family("fluent", "placeholder",
           r"\{\s*[-$][\w.-]+(?:\([^()\n]*\))?\s*\}|\{\s*[A-Z]+\([^()\n]*\)\s*\}|\{\s*\"[^\"\n]*\"\s*\}", ("{",)),
    Family("message_format", "placeholder",
           r"\{\s*\w+\s*,\s*(?:number|date|time|spellout|ordinal|duration|choice)\s*(?:,[^{}]*)?\}", ("{",)),
    Family("brace", "placeholder", r"\{\d+(?:,\s?-?\d+)?:[^{}\n]*\}", ("{",)),
    Family("brace_name", "placeholder",
           r"\{\s?(?:[A-Za-z_][\w-]*|\d+)?(?:\.\w+|\[\w+\])*(?:![rsa])?(?:,\s?-?\d+)?(?::[^{}\s]*)?\s?\}", ("{",), "likely"),
    Family("strftime", "placeholder",
           rf"(?<![\w%])(?=(?:%[-\w][\s./:,]*){{0,6}}%-?[YmHMBby]\b)%-?[{TIME}](?:[\s./:,-]{{0,3}}%-?[{TIME}]){{1,7}}(?!\w)",
           ("%",)),
    Family("printf_named", "placeholder", r"(?<![\d%])%(?:\(\w+\)|<\w+>)[-+#0]*\d*(?:\.\d+)?[a-zA-Z]", ("%(", "%<")),
    Family("printf_numbered", "placeholder", rf"(?<!%)%\d+\$[-+#0']*\d*(?:\.(?:\d+|\*))?{LENGTH}[{PRINTF}]", ("$",)),
    Family("printf", "placeholder",
           rf"(?<![\w%])%(?:\d+:)?[-+#0']*\d*(?:\.(?:\d+|\*))?{LENGTH}[{PRINTF}](?!\w)"
           r"|(?<![\w%])%[-+0]?\d*(?:\.\d+)?[dius](?=(?:x|px|pt|[KMGTk]i?B|ms|min|[sh]|th|%)\b)"
           r"|(?<=%[diu]x)%[diu](?!\w)", ("%",)),
    Family("printf_percent", "placeholder", r"%%", ("%%",)),
    Family("drupal", "placeholder", rf"(?<![\w@!%])[@!%](?:{DRUPAL})\b(?![@.]\w)", ("@", "!", "%"), "possible"),
    Family("qt", "placeholder", r"(?<![\d\w%])%L?\d{1,2}(?!\w|[.,]\d|\s?%)", ("%",), "likely"),
    Family("vue", "placeholder", r"(?<![\w@])@:(?:\([\w.]+\)|[\w.]*\w)", ("@:",)),
    Family("scheme", "placeholder", r"(?<!\w)~[adsADS%](?!\w)", ("~",), "likely"),
    Family("laravel", "placeholder", rf"(?<![\w:]):(?:(?:{LARAVEL})\b|[a-z]+_[a-z_]+)(?!:)", (RARE,), "likely"),
    Family("chrome", "placeholder", r"(?<![\w$])\$[A-Za-z_][\w@]*\$(?!\w)", ("$",)),
    Family("shell", "placeholder",  # behind a number a small word may be what the dollars are for: 7 $pro Stück
           r"(?<![\w$])(?:(?<!\d\s)\$[a-z][A-Za-z\d]*(?:_\w+)*|\$[a-z]+(?:[A-Z]|_[a-z\d])\w*|\$[A-Z]+_[A-Z_]+)\b",
           ("$",), "likely"),
    Family("numbered_dollar", "placeholder", r"(?<![\w$])\$[1-9](?!\w|[.,]\d)", ("$",), "possible"),
    Family("dunder", "placeholder", r"(?<!\w)__[A-Za-z]\w*?__(?!\w)", ("__",), "possible"),
    Family("blank", "code", r"<[A-Za-z][\w-]*>", ("<",)),
    Family("option", "code", r"(?<![\w-])--[a-z][a-z\d]*(?:-[a-z\d]+)*(?:=\S*\w)?(?!\w)", ("--",)),
    Family("ip", "code", rf"(?<![\w.]){BYTE}(?:\.{BYTE}){{3}}(?::\d+)?(?:/\d\d?)?(?![\w.]\d|\w)"
                         r"|(?<![\w:])(?:[\da-fA-F]{1,4}:){4,7}[\da-fA-F]{1,4}(?![\w:])", (RARE,)),
    Family("version", "code", r"(?<!\w)[vV]\d+(?:\.\d+)*(?:-?(?:alpha|beta|rc)\.?\d*)?(?!\w)", (RARE,)),
    Family("function", "code", r"(?<![\w.])[A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)*\(\)", ("()",)),
    Family("path", "path",
           r"(?<![\w/.])(?:~|\.{1,2})?/(?:[\w.@+-]+/)+[\w.@+-]*\w/?|(?<![\w/])(?:~|\.{1,2})/[\w.-]*\w", ("/",)),
    Family("windows_path", "path",
           r"(?<!\w)[A-Za-z]:\\(?:[\w. -]+\\)*[\w.-]*|\\\\[\w.-]+(?:\\[\w.$-]+)+|%[A-Z_]{3,}%(?:\\[\w.-]+)*", ("\\", "%")),
    Family("file", "path", rf"(?<![\w.@/-])(?:[\w-]+\.)+(?:{FILES})(?![\w-])(?!\.\w)", (RARE,)),
    Family("escape", "markup", r"\\(?:[nrt\"'\\]|u[\da-fA-F]{4}|x[\da-fA-F]{2})", ("\\",)),
    Family("accelerator", "markup",
           r"(?<![\w&;])[^\W\d_]+&[a-zäöüß]+(?![\w;])|(?<![\w&])&(?=[^\W\d_]{2})(?!\w+;)", ("&",)),
    Family("mnemonic", "markup", r"(?<!\w)[A-ZÄÖÜ][a-zäöüß]*_[a-zäöüß]+(?!\w)|(?<!\w)_(?=[^\W\d_]+(?![\w_]))", ("_",)),
    Family("identifier", "code", r"(?<![\w.@])[A-Za-z]{2,}(?:_[A-Za-z\d]+)+(?!\w)", ("_",)),
)  # fmt: skip
"""Of several that match at a place the first wins."""
