"""Web pages for people, in Danish: asking, searching, minutes, cases, meetings. All work without JavaScript.

A page is a route here, a view model (a frozen dataclass, made off the event loop) and a template. Routes
render with ``rendering.render`` and build every address with ``link`` (``links.py``), so that the pages also
stand behind a proxy under a sub-path. The look is Det Fælles Designsystem, vendored by ``make vendor``;
our own is ``static/besluttet.css`` and ``static/besluttet.js``. No page holds an inline script, style or
event handler: the content security policy refuses them.
"""
