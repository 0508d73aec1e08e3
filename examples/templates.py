"""Templates that somebody renders later, as Airflow does: in any text, and by `Template` in place of a number, which it is afterwards."""

import jinja2

import kpod
from kpod import Job, Pod, Resources, Template, rules
from kpod.specs.template import convert_rendered

load = Job(
    Pod("registry.example.com/load:3", args=["--day", "{{ ds }}"], resources=Resources(memory="{{ memory }}")),
    name="load-{{ ds_nodash }}",
    deadline=Template("{{ hours * 3600 }}"),
)
load.check()  # what is a template is not judged yet

text = jinja2.Template(load.to_yaml()).render(ds="2026-11-22", ds_nodash="20261122", memory="1Gi", hours=2)
(document,) = kpod.wire.read_yaml(text)
body = convert_rendered(document.body)
rules.demand(body)  # now it is
print(kpod.to_yaml(body))
