"""What browsers are asked to refuse, whatever is on a page: the one definition for pages, hosts and tests.

One page may ask another server than the site's own: the form for editing, which hands over to the forge.

No script is in a page, so no hash and no exception is needed; data blocks (`application/json`) are not executed.
`python -m macros.assets.policy` prints the headers as nginx wants them, for `deploy/headers.conf`.
"""

from collections.abc import Mapping

_RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# nginx: the server that the page asked for may ask, with a space before it, or nothing.
_FORGE = "$forge"
# A page cannot say by itself who may frame it; everything else it can.
_HEADER_ONLY = {"frame-ancestors"}

_POLICY = "Content-Security-Policy"


def policy(server: str = "", *, in_page: bool = False) -> str:
    """The policy of a page, as its header or as it is in the page itself.

    Args:
        server: the origin of the only other server that scripts of the page may ask; empty for none.
        in_page: whether it is in the page.
    """
    rules = _RULES | {"connect-src": f"'self' {server}".rstrip()}
    return "; ".join(f"{name} {value}" for name, value in rules.items() if not in_page or name not in _HEADER_ONLY)


PAGE_POLICY = policy(in_page=True)
HEADERS = {
    _POLICY: policy(),
    # A year; without subdomains, which are other people's.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers_file(others: Mapping[str, str]) -> str:
    """The file `_headers` that Cloudflare Pages and Netlify read at the root of a site.

    Args:
        others: the server that scripts of a page may ask, by the page's address; for pages where that is any.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    for address, server in others.items():
        # Without the line that takes it away, the policy of all pages would hold as well.
        lines += [f"/{address}", f"  ! {_POLICY}", f"  {_POLICY}: {policy(server)}"]
    return "".join(f"{line}\n" for line in lines)


def nginx() -> str:
    """The same for nginx, for a `server` or `location` block; `deploy/nginx.conf` says what `$forge` is."""
    headers = HEADERS | {_POLICY: policy(_FORGE)}
    return "# Written by `make headers` from macros/assets/policy.py.\n" + "".join(
        f'add_header {name} "{value.replace(f" {_FORGE}", _FORGE)}" always;\n' for name, value in headers.items()
    )


if __name__ == "__main__":
    print(nginx(), end="")
