"""What a run has to do: each file is new, changed, unchanged, a copy of another, or known to be unreadable.

Decided from sizes and times first and from contents (SHA-256) where those differ; no file is read further.
The files in an archive are looked at like those in a folder; it is listed anew only when it has changed.
"""

import json
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from hashlib import file_digest
from pathlib import Path

from indexer.archives import INSIDE, Listing, Member, is_archive_name
from indexer.attachment_files import AttachmentFile
from indexer.corpus import Corpus
from indexer.cpr import mask_cpr
from indexer.discovery import Found, path_key
from indexer.errors import UnreadableDocument
from indexer.limits import Limits
from indexer.preparing import Recipe
from indexer.report import FileFailure
from indexer.stored import FailedFile, Fingerprint, ListedArchive

__all__ = ["Plan", "Task", "make_plan"]

_ARCHIVE_VERSION = 1  # raised when the same archive would be listed differently


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be made: from its ``file``, or from what is stored of it (``None``).

    ``path`` is the file's as it is written down; ``document_id`` is set when the path is indexed already.
    """

    file: Path | Member | None
    path: str
    fingerprint: Fingerprint
    recipe: Recipe
    document_id: str | None = None
    attachments: tuple[AttachmentFile, ...] = ()


@dataclass(slots=True)
class Plan:
    """What to do. ``removals`` are (document, path); ``duplicates`` are (path, path of the one indexed).

    ``listed`` are archives that had to be listed anew, ``unlistable`` those that could not be. ``present``
    are the paths of all files that there are, in archives too.
    """

    removals: list[tuple[str, str]] = field(default_factory=list)
    touched: list[tuple[str, Fingerprint]] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    failures: list[FileFailure] = field(default_factory=list)
    listed: list[ListedArchive] = field(default_factory=list)
    unlistable: list[FailedFile] = field(default_factory=list)
    present: set[str] = field(default_factory=set)
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it is now."""

    file: Path | Member
    path: str
    fingerprint: Fingerprint
    recipe: Recipe
    attachments: tuple[AttachmentFile, ...]


def make_plan(
    corpus: Corpus,
    found: Found,
    recipe: Recipe,
    model: str,
    limits: Limits,
    list_archive: Callable[[Path], Listing],
    progress: Callable[[str, int, int], None],
) -> Plan:
    """Compares files with the corpus. A change of ``model`` makes stored documents be done again.

    ``list_archive`` raises ``UnreadableDocument``.
    """
    return _Planner(corpus, found, recipe, limits, list_archive).plan(model, progress)


class _Planner:
    """Looks at everything that was found, once."""

    def __init__(
        self,
        corpus: Corpus,
        found: Found,
        recipe: Recipe,
        limits: Limits,
        list_archive: Callable[[Path], Listing],
    ) -> None:
        self._found = found
        self._recipe = recipe
        self._limits = limits
        self._list_archive = list_archive
        self._known = corpus.fingerprints()
        self._failed = corpus.failures()
        self._archives = corpus.archives()
        self._lacking = corpus.documents_lacking_vectors
        self._plan = Plan()
        self._seen: dict[str, _Seen] = {}

    def plan(self, model: str, progress: Callable[[str, int, int], None]) -> Plan:
        plan, files = self._plan, self._found.files
        for number, file in enumerate(files):
            if number % 100 == 0:
                progress("looking for changes", number, len(files))
            plan.present.add(path_key(file))
            if is_archive_name(file):
                self._look_into(file)
            else:
                self._look_at(file)
        for path, (document_id, _) in self._known.items():
            if self._found.is_gone(path, plan.present):
                plan.removals.append((document_id, path))
        gone = {path for _, path in plan.removals}
        _sort_out(plan, self._seen, self._known, gone)
        _do_again(plan, self._known, gone, self._lacking(model))
        return plan

    def _look_at(self, file: Path) -> None:
        """A file by itself."""
        path = path_key(file)
        attachments = self._found.attachments.get(file, ())
        try:
            status = file.stat()
        except OSError as error:
            reason = f"cannot be opened: {error.strerror or error}"
            self._plan.failures.append(FileFailure(path, reason, kept=path in self._known))
            return
        readable = stat.S_ISREG(status.st_mode) and status.st_size <= self._limits.bytes
        self._compare(
            file,
            path,
            Fingerprint(status.st_size, status.st_mtime_ns, "", ""),
            attachments,
            lambda: _digest(file) if readable else "",
        )

    def _look_into(self, file: Path) -> None:
        """An archive, and each file in it."""
        path = path_key(file)
        try:
            status = file.stat()
            if not stat.S_ISREG(status.st_mode):
                raise UnreadableDocument("not a regular file")
            listing = self._listing(file, path, status.st_size, status.st_mtime_ns)
        except (OSError, UnreadableDocument) as error:
            self._found.archives[path] = False
            reason = (
                f"cannot be opened: {error.strerror or error}" if isinstance(error, OSError) else str(error)
            )
            kept = any(known.startswith(path + INSIDE) for known in self._known)
            self._plan.failures.append(FileFailure(path, reason, kept=kept))
            return
        self._found.archives[path] = True
        for names, reason in listing.refused:
            inside = Member(file, names).written(path)
            self._plan.failures.append(FileFailure(mask_cpr(inside)[0], reason))
        for listed in listing.members:
            member = Member(file, listed.names)
            inside = mask_cpr(member.written(path))[0]
            self._plan.present.add(inside)
            print_ = Fingerprint(listed.size, status.st_mtime_ns, "", "")
            self._compare(member, inside, print_, (), partial(str, listed.sha256))

    def _listing(self, file: Path, path: str, size: int, mtime_ns: int) -> Listing:
        now = Fingerprint(size, mtime_ns, "", _archive_recipe(self._limits))
        if path in self._archives and self._archives[path].fingerprint == now:
            return self._archives[path].listing
        if path in self._failed and self._failed[path].fingerprint == now:
            raise UnreadableDocument(self._failed[path].reason)
        try:
            listing = self._list_archive(file)
        except UnreadableDocument as error:
            self._plan.unlistable.append(FailedFile(path, now, str(error)))
            raise
        if not any(mask_cpr("/".join(each.names))[1] for each in listing.members):  # those are never stored
            self._plan.listed.append(ListedArchive(path, now, listing))
        return listing

    def _compare(
        self,
        file: Path | Member,
        path: str,
        now: Fingerprint,
        attachments: tuple[AttachmentFile, ...],
        digest: Callable[[], str],
    ) -> None:
        """Notes a file as it is now, unless it is known to be unreadable, which is then in the plan."""
        earlier = self._known[path][1] if path in self._known else None
        own = self._recipe.after(earlier.recipe if earlier else None).beside(attachments)
        now = replace(now, recipe=own.written())
        if earlier is not None and replace(earlier, sha256="") == now:
            self._note(_Seen(file, path, earlier, own, attachments))
            return
        failed = self._failed.get(path)
        if failed is not None:
            again = self._recipe.after(failed.fingerprint.recipe).beside(attachments).tried(self._limits)
            if replace(failed.fingerprint, sha256="") == replace(now, recipe=again.written()):
                self._plan.failures.append(FileFailure(path, failed.reason, kept=earlier is not None))
                return
        self._note(_Seen(file, path, replace(now, sha256=digest()), own, attachments))

    def _note(self, now: _Seen) -> None:
        if now.path in self._seen:
            self._plan.failures.append(
                FileFailure(now.path, "two files differ only by a CPR number in their names")
            )
        else:
            self._seen[now.path] = now


def _archive_recipe(limits: Limits) -> str:
    return json.dumps({"archive": _ARCHIVE_VERSION, "limits": asdict(limits)})


def _digest(file: Path) -> str:
    """SHA-256 in hexadecimal; "" when the file cannot be read, which its reader will say better."""
    try:
        with file.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError:
        return ""


def _sort_out(
    plan: Plan, seen: dict[str, _Seen], known: dict[str, tuple[str, Fingerprint]], gone: set[str]
) -> None:
    owners = _owners(seen, known, gone)
    for path, now in seen.items():
        document_id, earlier = known.get(path, (None, None))
        sha256 = now.fingerprint.sha256
        owner = owners.get(sha256, path) if sha256 else path
        if owner != path:
            plan.duplicates.append((path, owner))
            if document_id is not None:
                plan.removals.append((document_id, path))
        elif earlier == now.fingerprint:
            plan.unchanged += 1
        elif document_id is not None and earlier is not None and _same_content(earlier, now.fingerprint):
            plan.unchanged += 1
            plan.touched.append((document_id, now.fingerprint))
        else:
            plan.tasks.append(Task(now.file, path, now.fingerprint, now.recipe, document_id, now.attachments))


def _owners(
    seen: dict[str, _Seen], known: dict[str, tuple[str, Fingerprint]], gone: set[str]
) -> dict[str, str]:
    """For every content the path it is indexed under: the one it has already, else the first that has it."""
    owners: dict[str, str] = {}
    for path, (_, earlier) in known.items():
        still = path not in gone and (path not in seen or seen[path].fingerprint.sha256 == earlier.sha256)
        if still and earlier.sha256:
            owners.setdefault(earlier.sha256, path)
    for path, now in seen.items():
        if now.fingerprint.sha256:
            owners.setdefault(now.fingerprint.sha256, path)
    return owners


def _same_content(earlier: Fingerprint, now: Fingerprint) -> bool:
    return bool(now.sha256) and (earlier.sha256, earlier.recipe) == (now.sha256, now.recipe)


def _do_again(
    plan: Plan, known: dict[str, tuple[str, Fingerprint]], gone: set[str], lacking: set[str]
) -> None:
    """Documents without vectors of the model, unless their files are read anyway, from what is stored."""
    anyway = {task.path for task in plan.tasks} | {path for _, path in plan.removals}
    touched = dict(plan.touched)
    for path, (document_id, earlier) in known.items():
        if document_id in lacking and path not in anyway and path not in gone:
            fingerprint = touched.get(document_id, earlier)
            plan.tasks.append(Task(None, path, fingerprint, Recipe.of(fingerprint.recipe), document_id))
