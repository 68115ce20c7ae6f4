"""One run of MkDocs: a build, or all builds of `mkdocs serve`. What its hooks share is here and nowhere else."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page

from macros.build.build import Build, UpToDate
from macros.build.mkdocs_warnings import MkDocsWarnings
from macros.build.preview import Preview

_COMMANDS = ("build", "serve", "gh-deploy")
_NO_DIRTY = (
    "Không dùng --dirty, --dirtyreload: trang dựng dở dang sẽ lẫn cũ với mới. Bỏ tùy chọn ấy; dựng lại vốn đã chỉ làm "
    "những trang thay đổi.",
    "--dirty and --dirtyreload cannot be used: such a site mixes old and new. Leave them out; a build makes only the "
    "pages that changed anyway.",
)
_NO_OTHER = (
    "Không dùng được lệnh “{command}” với kho này, chỉ dùng được mkdocs build, serve, gh-deploy: kho chỉ có một "
    "phiên bản, lịch sử nằm trong git.",
    "“{command}” cannot be used with this archive, only mkdocs build, serve and gh-deploy: it has one version, and its "
    "history is in git.",
)


class Session:
    """The state of a run; `preview` is None but under `mkdocs serve`."""

    def __init__(self) -> None:
        self.command = "build"
        self.preview: Preview | None = None
        self.warnings = MkDocsWarnings()
        self.reading: Page | None = None  # the page whose Markdown is being converted
        self._build: Build | None = None

    def start(self, command: str, *, dirty: bool) -> None:
        """Called once, where a command begins: `build`, `serve` or `gh-deploy` of MkDocs, `mike` of its own program.

        Raises:
            Abort: the command or `--dirty` cannot be used; nothing has been written.
        """
        if dirty or command not in _COMMANDS:
            raise Abort("\n".join(text.format(command=command) for text in (_NO_DIRTY if dirty else _NO_OTHER)))
        self.command = command
        self.preview = Preview(self.warnings) if command == "serve" else None

    @property
    def build(self) -> Build:
        """The build under way."""
        assert self._build is not None, "hooks: [macros/build/hooks.py] must be set in mkdocs.yml"
        return self._build

    def begin(self, config: MkDocsConfig) -> Build:
        """Begin a build; raises `Refused`, and ends the command `build` where the site is up to date."""
        # What follows `gh-deploy` needs a build that has ended as others do.
        reuse_site = self.command == "build"
        try:
            self._build = Build.begin(config, serving=self.preview is not None, reuse_site=reuse_site)
        except UpToDate:
            print("Không có gì thay đổi; trang web giữ nguyên. / Nothing has changed; the site stays as it is.")
            raise SystemExit(0) from None
        self.warnings.begin(self._build.authoring.docs, self._build.authoring.problems.append)
        return self._build

    def count_mistakes(self) -> int:
        """The number of mistakes and warnings found so far."""
        return len(self.build.authoring.problems) + len(self.warnings.texts)

    def publish(self) -> None:
        """Finish the build under way; raises `Refused` where the site is not whole."""
        self.build.finish()
        self.warnings.end()
        if self.preview:
            self.preview.published = self.build

    def abandon(self) -> None:
        """Remove what the build under way has written so far; does nothing where none has begun."""
        self.warnings.end()
        if self._build is not None:
            self._build.publishing.abandon()


session = Session()
