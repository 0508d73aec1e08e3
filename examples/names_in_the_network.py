"""A host name for an address, short names for long ones, and fewer questions to the DNS."""

from kpod import Network, Pod

sync = Pod(
    "registry.example.com/sync:4",
    network=Network(
        hosts={"10.0.0.7": ["warehouse", "warehouse.example.com"]},
        searches=["example.com"],
        options={"ndots": "1"},
    ),
    name="sync",
)
