"""The values that a person writes: frozen, checked when they are made, compiled to exactly what the API accepts.

A spec says what should run and nothing about a cluster; what came back from a server is never a spec. Whatever a constructor refuses, it
refuses with the place and with what to write instead.
"""
