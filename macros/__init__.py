"""The archive, its views, and the two places where they meet MkDocs: the function here and `build/hooks.py`."""

import os
import sys
from typing import Any

if os.name == "nt":
    sys.exit(
        "Trên Windows hãy dùng WSL: https://learn.microsoft.com/windows/wsl/ / On Windows, use WSL (the same address)."
    )


def on_pre_page_macros(env: Any) -> None:
    """Called by mkdocs-macros before it runs a page: the page runs here, in its sandbox, and not there."""
    from macros.build.session import session

    env.markdown = session.build.authoring.render(env.page, env.markdown)
    env.page.meta["render_macros"] = False
