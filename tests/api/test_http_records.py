"""The minutes as records over HTTP."""

import httpx

from indexer.source_text import fold


def get(client: httpx.Client, path: str, **query: object) -> dict:
    response = client.get(path, params=query)
    assert response.status_code == 200, response.text
    return response.json()


def test_meetings_newest_first_and_filtered(client: httpx.Client) -> None:
    meetings = get(client, "/v1/meetings")["meetings"]
    dates = [meeting["date"] for meeting in meetings]
    assert len(meetings) >= 9
    assert dates == sorted(dates, reverse=True)
    of_2023 = get(client, "/v1/meetings", **{"from": "2023-01-01", "to": "2023-12-31"})["meetings"]
    assert of_2023 == [meeting for meeting in meetings if meeting["date"].startswith("2023")]
    council = get(client, "/v1/meetings", committee="byråd")["meetings"]
    assert council
    assert {meeting["committee"] for meeting in council} == {"Byrådet"}
    for called in ("socialudv.", "Socailudvalget", "social"):  # shortened, misspelt, a part
        social = get(client, "/v1/meetings", committee=called)["meetings"]
        assert {meeting["committee"] for meeting in social} == {"Socialudvalget"}
    assert get(client, "/v1/meetings", committee="Havneudvalget")["meetings"] == []
    assert get(client, "/v1/meetings", limit=2, offset=1)["meetings"] == meetings[1:3]


def test_a_meeting_leads_to_its_items_and_they_to_their_words(client: httpx.Client) -> None:
    for listed in get(client, "/v1/meetings")["meetings"]:
        meeting = get(client, f"/v1/meetings/{listed['id']}")
        text = client.get(f"/v1/documents/{meeting['document']}/text").text
        assert len(meeting["items"]) == listed["items"]
        for person in meeting["attendance"]:
            assert person["text"] == fold(text[person["start"] : person["end"]])
        for title in meeting["items"]:
            item = get(client, f"/v1/items/{title['id']}")
            assert item["title"] == title["title"]
            assert item["meeting"]["date"] == listed["date"]
            for piece in item["sections"] + item["decisions"]:
                assert piece["text"] == fold(text[piece["start"] : piece["end"]])


def test_a_closed_item_has_a_title_and_nothing_more(client: httpx.Client) -> None:
    closed = [
        title
        for listed in get(client, "/v1/meetings")["meetings"]
        for title in get(client, f"/v1/meetings/{listed['id']}")["items"]
        if title["closed"]
    ]
    assert closed
    for title in closed:
        item = get(client, f"/v1/items/{title['id']}")
        assert (item["sections"], item["decisions"], item["attachments"]) == ([], [], [])


def test_a_case_by_its_number_slash_and_all(client: httpx.Client) -> None:
    numbers = {
        title["case_no"]
        for listed in get(client, "/v1/meetings")["meetings"]
        for title in get(client, f"/v1/meetings/{listed['id']}")["items"]
        if title["case_no"]
    }
    assert numbers
    for case_no in numbers:
        history = get(client, f"/v1/cases/{case_no}")
        assert history["stops"]
        dates = [stop["date"] for stop in history["stops"] if stop["date"]]
        assert dates == sorted(dates)


def test_similar_items_are_others(client: httpx.Client) -> None:
    meeting = get(client, "/v1/meetings")["meetings"][0]["id"]
    item = next(one for one in get(client, f"/v1/meetings/{meeting}")["items"] if not one["closed"])
    hits = get(client, f"/v1/similar/{item['id']}", limit=3)["hits"]
    assert hits
    assert item["id"] not in {hit["source"]["item_id"] for hit in hits}


def test_status_counts_what_the_lists_hold(client: httpx.Client) -> None:
    status = get(client, "/v1/status")
    documents = get(client, "/v1/documents")["documents"]
    meetings = get(client, "/v1/meetings")["meetings"]
    assert status["documents"] == len(documents)
    assert status["items"] == sum(meeting["items"] for meeting in meetings)
    assert status["closed"] == sum(meeting["closed"] for meeting in meetings)
    assert status["from"] == meetings[-1]["date"]
    assert status["to"] == meetings[0]["date"]
