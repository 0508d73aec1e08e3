"""Amounts are values: compare, add, multiply them exactly; what was meant by a wrong one is said."""

from kpod import Quantity, SpecError

print(Quantity("0.5") == Quantity("500m"), Quantity("1Gi") > Quantity("1G"))
print(Quantity("1.5Gi").canonical, Quantity("512Mi") * 3, Quantity("100m") + Quantity("1"))

for wrong in ("1Gb", "2 cores"):
    try:
        Quantity(wrong)
    except SpecError as error:
        print(error)
