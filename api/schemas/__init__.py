"""The objects that go over the wire, for HTTP and for ``--json`` alike: descriptions and examples."""
