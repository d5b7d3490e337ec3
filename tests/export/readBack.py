"""Read ECSV tables with astropy and print what it found as JSON.

Usage: readBack.py UNITS.json TABLE.ecsv...
"""
import json
import sys

import astropy.units as u
from astropy.table import Table


def plain(value):
    """Return a value of a cell as JSON holds it, None where it is masked."""
    return None if getattr(value, "mask", False) else value.item()


def described(path):
    """Return units, types and values of a table, and its scenario."""
    table = Table.read(path, format="ascii.ecsv")
    columns = [
        {
            "name": name,
            "unit": None if column.unit is None else str(column.unit),
            "isFlux": column.unit == u.Unit("1 / (m2 s sr GeV)"),
            "type": column.dtype.kind,
            "description": column.description,
            "values": [plain(value) for value in column],
        }
        for name, column in table.columns.items()
    ]
    return {
        "columns": columns,
        "scenario": json.loads(table.meta["scenario"]),
        "values": table.meta["scenario_values"],
        "doi": table.meta["datasets"][0]["doi"],
        "chi2": table.meta["goodness"]["chi2"],
    }


def main():
    """Print the tables, after every unit was understood."""
    with open(sys.argv[1], encoding="ascii") as file:
        for unit in json.load(file):
            u.Unit(unit, parse_strict="raise")
    print(json.dumps([described(path) for path in sys.argv[2:]]))


if __name__ == "__main__":
    main()
