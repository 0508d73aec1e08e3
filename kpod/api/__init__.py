"""The API classes: one generated attrs class for each type of Kubernetes' schema that kpod speaks of, and the schema as data.

    kpod.api.core_v1, batch_v1, rbac_v1, events_v1, meta_v1     the classes: `core_v1.Pod(spec=core_v1.PodSpec(...))`
    kpod.api.kinds                                              kind -> its address in the API
    kpod.api.schema                                             every field of every class, as data
    kpod.api.object                                             what all classes have in common

An absent field is None at run time, and that is not in its annotation; `is_set(obj, "field")` is the test. Fields that the classes do not
know, and explicit nulls, are kept in `extra` and dumped again. Importing this package loads no class.

The classes hold wire values and check nothing but shapes: no defaults are filled in, no quantity is parsed, no name is looked at. They
take no dicts for typed parts: `from_body` does.
"""
