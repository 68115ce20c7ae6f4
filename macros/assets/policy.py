"""What browsers are asked to refuse, whatever is on a page: the one definition for pages, hosts and tests.

No script is in a page, so no hash and no exception is needed; data blocks (`application/json`) are not executed.
`python -m macros.assets.policy` prints the headers as nginx wants them, for `deploy/headers.conf`.
"""

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
# A page cannot say by itself who may frame it; everything else it can.
_HEADER_ONLY = {"frame-ancestors"}

PAGE_POLICY = "; ".join(f"{name} {value}" for name, value in _RULES.items() if name not in _HEADER_ONLY)
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in _RULES.items()),
    # A year; without subdomains, which are other people's.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers_file() -> str:
    """The file `_headers` that Cloudflare Pages and Netlify read at the root of a site."""
    return "/*\n" + "".join(f"  {name}: {value}\n" for name, value in HEADERS.items())


def nginx() -> str:
    """The same for nginx, to be included in a `server` or `location` block."""
    return "# Written by `make headers` from macros/assets/policy.py.\n" + "".join(
        f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items()
    )


if __name__ == "__main__":
    print(nginx(), end="")
