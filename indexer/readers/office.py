"""OpenDocument text, Word's old format and RTF, by way of LibreOffice: it makes a .docx of them.

So all of them are laid out alike, lists numbered and tables in rows, by the one reader of Word documents.
LibreOffice gets a profile of its own for every file: two at once would refuse each other one profile, and
what is set there keeps it from following a document's links into the network and from running its macros.
"""

import tempfile
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from indexer.errors import UnreadableDocument
from indexer.programs import LIBREOFFICE, run
from indexer.readers import docx
from indexer.source_text import SourceText

__all__ = ["read"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_WORD_STREAM = "WordDocument".encode("utf-16-le")  # in the directory of every .doc, [MS-DOC] 2.1.1

_WORD = "docx:MS Word 2007 XML"
_SETTINGS = (
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Writer/Content/Update", "Link", "2"),  # never
    ("Inet/Settings", "ooInetProxyType", "2"),  # by hand: the proxy that is not there
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}
</oor:items>
"""
_SETTING = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)


def read(data: bytes) -> SourceText:
    """The text of a document. Raises ``UnreadableDocument``, also where LibreOffice is not installed."""
    return docx.read(_as_word(data, _suffix(data)))


def _suffix(data: bytes) -> str:
    if data.startswith(_RTF):
        return ".rtf"
    if data.startswith(_OLE):
        if _WORD_STREAM not in data:
            raise UnreadableDocument("an Office file, but protected or no text: save it as .docx or PDF")
        return ".doc"
    try:
        with ZipFile(BytesIO(data)) as archive:
            unpacked = archive.getinfo("content.xml").file_size
    except (BadZipFile, OSError, KeyError, NotImplementedError, ValueError):
        raise UnreadableDocument("its name says an Office document, but its content does not") from None
    if unpacked > docx.MAX_PART:
        raise UnreadableDocument("unpacks to more than any minutes hold: save it as PDF")
    return ".odt"


def _as_word(data: bytes, suffix: str) -> bytes:
    program = LIBREOFFICE.path()
    if program is None:
        raise UnreadableDocument(
            f"{suffix} is read by way of LibreOffice, which is not installed: install it "
            f"(Debian and Ubuntu: apt install {LIBREOFFICE.packages}), or save the file as .docx or PDF"
        )
    with tempfile.TemporaryDirectory(prefix="besluttet-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        settings = "\n".join(_SETTING.format(*setting) for setting in _SETTINGS)
        (user / "registrymodifications.xcu").write_text(_PROFILE.format(settings), "utf-8")
        minutes = folder / f"minutes{suffix}"
        minutes.write_bytes(data)
        options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"]
        profile = f"-env:UserInstallation={user.parent.as_uri()}"
        run([program, profile, *options, "--convert-to", _WORD, "--outdir", name, str(minutes)], folder)
        converted = folder / "minutes.docx"
        if not converted.is_file():
            raise UnreadableDocument(
                "LibreOffice cannot open it: damaged or protected by a password? Save it as .docx or PDF"
            )
        return converted.read_bytes()
