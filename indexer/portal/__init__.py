"""FirstAgenda's public portals: a municipality's minutes fetched into a folder that its user keeps.

Some 85 of the 98 municipalities publish through one, each under a host of its own. ``fetch`` asks a portal
for what is new or changed and keeps each answer as a file that ``indexer/readers/firstagenda_json.py``
reads; indexing is then a matter of files on disk and can be repeated without the portal.

The way down: ``fetching`` (the walk) over ``folder`` (what is kept) and ``portal`` (what may be asked), over
``client`` (polite HTTP) and ``transport`` (connects only to addresses that ``addresses`` has checked).
"""

from indexer.portal.choosing import Choice
from indexer.portal.errors import PortalError
from indexer.portal.fetching import Papers, fetch
from indexer.portal.manners import Manners
from indexer.portal.origin import Origin
from indexer.portal.report import FetchReport

__all__ = ["Choice", "FetchReport", "Manners", "Origin", "Papers", "PortalError", "fetch"]
