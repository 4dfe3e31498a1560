"""However minutes say that an item is closed, nothing below its title is kept: a planted word is gone."""

from pathlib import Path

import pytest

from indexer.understanding import understand

PLANTED = "KANARIEFUGL"
TITLE = "Køb af Havnegade 4"
FORMS = [
    f"Pkt.nr. 4 Lukket\n\n{TITLE}",
    f"Sag 4. {TITLE}\nLukket   Sagsnr. 2024-111",
    f"4. LUKKET {TITLE}",
    f"4. {TITLE}\nSagsnr.: 24/1111\nPunktet er LUKKET",
    f"4. TU - Lukket - {TITLE}",
    f"4 (Ikke offentlig) {TITLE}",
    f"4 LUKKET: {TITLE}",
    f"Lukket punkt 4 – {TITLE}",
    f"4. {TITLE} (Lukket)",
    f"LUKKET PUNKT: {TITLE}",
    f"4. {TITLE} - LUKKET",
    f"4. {TITLE} *lukket*",
    f"4. [Lukket] {TITLE}",
    f"4. (L) {TITLE}",
    f"4. Fortroligt: {TITLE}",
    f"Lukket sag nr. 4\n{TITLE}",
    f"4.\nLukket: {TITLE}",
    f"Punkt 4, lukket: {TITLE}",
    f"L4. {TITLE} (lukket punkt)",
    f"Lukket dagsorden\n\n4. {TITLE}",
    f"LUKKEDE PUNKTER\n\n4. {TITLE}",
    f"Dagsordenens lukkede del\n\n4. {TITLE}",
    f"4. {TITLE}\nLukket sag",
    f"4. {TITLE}\nSagstype: Lukket",
    f"4. {TITLE}\nOffentlighed: Lukket",
    f"4. {TITLE}\nPunkttype\nLukket",
    f"4. {TITLE}\nLukket/Åben: Lukket",
    f"4. {TITLE}\nEr sagen åben eller lukket: Lukket",
    f"4. {TITLE}\nSagsnr. 24/1111 (lukket)",
    f"4. {TITLE}\nDette punkt er lukket",
    f"4. {TITLE}\nSagen behandles for lukkede døre",
    "4. Lukket punkt",
]
HEADINGS = ("{number}. {title}\n", "{number}. {title}\nSagsnr.: 24/2222\n", "Punkt {number}: {title}\n")


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_a_closed_item_is_kept(form: str, heading: str, tmp_path: Path) -> None:
    def item(number: int, title: str, text: str) -> str:
        return f"{heading.format(number=number, title=title)}\nBeslutning\n{text}\n\n"

    document = "Byby Kommune\nReferat\nTeknisk Udvalg\nMødedato: 3. maj 2024\n\n"
    document += item(1, "Godkendelse af dagsorden", "Godkendt.") + item(2, "Ny cykelsti i Byby", "Udsat.")
    document += f"{form}\n\nSagsfremstilling\nSælgeren er {PLANTED}.\n\nBeslutning\n{PLANTED} godkendt.\n\n"
    document += item(5, "Eventuelt", "Intet.")
    file = tmp_path / "referat.txt"
    file.write_text(document, "utf-8")
    known = understand(file)
    assert PLANTED not in known.source.text
    decided = [
        decision.span.of(known.source.text) for one in known.meeting.items for decision in one.decisions
    ]
    assert any("Udsat." in told for told in decided)  # what is open stays
