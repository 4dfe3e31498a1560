"""What a run has to do: each file is new, changed, unchanged, a copy of another, or known to be unreadable.

Decided from sizes and times first and from contents (SHA-256) where those differ; no file is read further.
"""

import stat
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from pathlib import Path

from indexer.attachment_files import AttachmentFile
from indexer.corpus import Corpus
from indexer.discovery import Found, path_key
from indexer.preparing import Recipe
from indexer.readers import MAX_BYTES
from indexer.report import FileFailure
from indexer.stored import FailedFile, Fingerprint

__all__ = ["Plan", "Task", "make_plan"]


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be made: from its ``file``, or from what is stored of it (``None``).

    ``path`` is the file's as it is written down; ``document_id`` is set when the path is indexed already.
    """

    file: Path | None
    path: str
    fingerprint: Fingerprint
    recipe: Recipe
    document_id: str | None = None
    attachments: tuple[AttachmentFile, ...] = ()


@dataclass(slots=True)
class Plan:
    """What to do. ``removals`` are (document, path); ``duplicates`` are (path, path of the one indexed)."""

    removals: list[tuple[str, str]] = field(default_factory=list)
    touched: list[tuple[str, Fingerprint]] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    duplicates: list[tuple[str, str]] = field(default_factory=list)
    failures: list[FileFailure] = field(default_factory=list)
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it is now."""

    file: Path
    path: str
    fingerprint: Fingerprint
    recipe: Recipe
    attachments: tuple[AttachmentFile, ...]


def make_plan(
    corpus: Corpus,
    found: Found,
    recipe: Recipe,
    model: str,
    progress: Callable[[str, int, int], None],
) -> Plan:
    """Compares files with the corpus. A change of ``model`` makes stored documents be done again."""
    plan = Plan()
    known = corpus.fingerprints()
    failed = corpus.failures()
    present = {path_key(path) for path in found.files}
    for path, (document_id, _) in known.items():
        if found.is_gone(path, present):
            plan.removals.append((document_id, path))
    seen: dict[str, _Seen] = {}
    for number, file in enumerate(found.files):
        if number % 100 == 0:
            progress("looking for changes", number, len(found.files))
        now = _look_at(file, found.attachments.get(file, ()), known, failed, recipe, plan)
        if now is not None and now.path in seen:
            plan.failures.append(
                FileFailure(now.path, "two files differ only by a CPR number in their names")
            )
        elif now is not None:
            seen[now.path] = now
    gone = {path for _, path in plan.removals}
    _sort_out(plan, seen, known, gone)
    _do_again(plan, known, gone, corpus.documents_lacking_vectors(model))
    return plan


def _look_at(
    file: Path,
    attachments: tuple[AttachmentFile, ...],
    known: dict[str, tuple[str, Fingerprint]],
    failed: dict[str, FailedFile],
    recipe: Recipe,
    plan: Plan,
) -> _Seen | None:
    """A file as it is now; ``None`` when it is known to be unreadable, which is then in the plan."""
    path = path_key(file)
    earlier = known[path][1] if path in known else None
    own = recipe.after(earlier.recipe if earlier else None).beside(attachments)
    try:
        status = file.stat()
    except OSError as error:
        reason = f"cannot be opened: {error.strerror or error}"
        plan.failures.append(FileFailure(path, reason, kept=earlier is not None))
        return None
    now = Fingerprint(status.st_size, status.st_mtime_ns, "", own.written())
    if earlier is not None and replace(earlier, sha256="") == now:
        return _Seen(file, path, earlier, own, attachments)
    if path in failed and replace(failed[path].fingerprint, sha256="") == now:
        plan.failures.append(FileFailure(path, failed[path].reason, kept=earlier is not None))
        return None
    if stat.S_ISREG(status.st_mode) and status.st_size <= MAX_BYTES:
        now = replace(now, sha256=_digest(file))
    return _Seen(file, path, now, own, attachments)


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
