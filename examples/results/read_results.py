#!/usr/bin/env python3
"""Read what a run has left in its output folder, with pyarrow and, where it is there, with DuckDB.

    pip install pyarrow duckdb
    ./cobre run examples/four-regions --scenarios 50
    python3 examples/results/read_results.py examples/four-regions/output
"""
import json
import pathlib
import sys

import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq


def tables(folder):
    """Names of the simulation tables, from the metadata."""
    with open(folder / "simulation" / "metadata.json", encoding="ascii") as file:
        return list(json.load(file)["tables"])


def with_pyarrow(folder):
    for name in tables(folder):
        table = ds.dataset(folder / "simulation" / name, partitioning="hive").to_table()
        print(f"{name}: {table.num_rows} rows, {table.num_columns} columns, "
              f"{pc.count_distinct(table['scenario_id']).as_py()} scenarios")
    for path in sorted((folder / "training").rglob("*.parquet")):
        table = pq.read_table(path)
        print(f"{path.relative_to(folder)}: {table.num_rows} rows, {table.num_columns} columns")
    costs = ds.dataset(folder / "simulation" / "costs", partitioning="hive").to_table()
    last = pc.equal(costs["stage_id"], pc.max(costs["stage_id"]))
    cost = pc.if_else(last, costs["total_cost"], costs["immediate_cost"])  # after the last stage: boundary cuts
    present = pc.multiply(cost, costs["discount_factor"])
    by_scenario = costs.append_column("present", present).group_by("scenario_id").aggregate([("present", "sum")])
    mean = pc.mean(by_scenario["present_sum"]).as_py()
    print(f"mean cost of a scenario: {mean:.8g} $")
    return mean


def with_duckdb(folder):
    import duckdb

    buses = folder / "simulation" / "buses" / "*" / "*.parquet"
    print(duckdb.sql(f"""
        select stage_id, bus_id, round(avg(spot_price), 4) as price
        from read_parquet('{buses}', hive_partitioning = true)
        group by all order by all limit 12"""))
    costs = folder / "simulation" / "costs" / "*" / "*.parquet"
    return duckdb.sql(f"""
        with costs as (from read_parquet('{costs}', hive_partitioning = true))
        select sum(discount_factor * case when stage_id = (select max(stage_id) from costs)
                   then total_cost else immediate_cost end) / count(distinct scenario_id)
        from costs""").fetchall()[0][0]


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "examples/four-regions/output")
    mean = with_pyarrow(folder)
    with open(folder / "simulation" / "metadata.json", encoding="ascii") as file:
        told = json.load(file)["mean_cost"]
    assert abs(mean - told) <= 1e-9 * abs(told), (mean, told)
    try:
        assert abs(with_duckdb(folder) - told) <= 1e-9 * abs(told)
    except ImportError:
        print("DuckDB is not there")


if __name__ == "__main__":
    main()
