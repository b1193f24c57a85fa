"""One measure of every trust and region in polars: both files read, joined, weighted, ranked; no intervals.

    python polars_trusts.py england_ks4final.csv group_links.csv
"""

import datetime
import sys

import polars as pl

YEAR, CAP, FEWEST_YEARS, FEWEST_SCHOOLS = 2023, 5, 3, 3
TYPES = ["AC", "ACC", "F", "FSS", "FUTC", "UTC"]
PUPILS, FIGURE = "TFSM6CLA1A", "PTFSM6CLA1ABASICS_95"


def number(column):
    return pl.col(column).str.strip_chars().str.strip_suffix("%").cast(pl.Float64, strict=False)


def read(path, columns):
    return pl.read_csv(
        path,
        columns=columns,
        infer_schema=False,
        encoding="windows-1252",
        truncate_ragged_lines=True,
    )


school_columns = ["RECTYPE", "URN", "LEA", "NFTYPE", "TPUP", PUPILS, FIGURE]
schools = read(sys.argv[1], school_columns).filter(pl.col("RECTYPE").is_in(["1", "2"]))
schools = schools.with_columns(number("TPUP"), number(PUPILS), number(FIGURE))

link_columns = ["URN", "Group UID", "Group Name", "Group Type", "Closed Date", "Joined date"]
links = read(sys.argv[2], link_columns).filter(
    pl.col("Group Type") == "Multi-academy trust",
    pl.col("Closed Date").is_null(),
)
joined = pl.col("Joined date").str.to_date("%d-%m-%Y", strict=False)
starts = joined.dt.year() + (joined > pl.date(joined.dt.year(), 9, 14)).cast(pl.Int32)
links = links.with_columns(joined.alias("joined"), (YEAR - starts).alias("years"))
links = links.filter(pl.col("joined") <= datetime.date(YEAR - 1, 9, 14))
links = links.sort("joined").unique("URN", keep="last")

counting = schools.join(links, on="URN").filter(
    pl.col("NFTYPE").is_in(TYPES), pl.col("years") >= FEWEST_YEARS, pl.col("TPUP") >= 1
)
counting = counting.with_columns((pl.col(PUPILS) * pl.col("years").clip(upper_bound=CAP)).alias("weight"))
valued = pl.when(pl.col(FIGURE).is_not_null()).then(pl.col("weight"))
trusts = (
    counting.group_by("Group UID", "Group Name")
    .agg(
        pl.len().alias("schools"),
        ((pl.col(FIGURE) * valued).sum() / valued.sum()).alias("figure"),
        pl.col("LEA").first().str.slice(0, 1).alias("region"),
    )
    .filter(pl.col("schools") >= FEWEST_SCHOOLS)
    .with_columns(pl.col("figure").rank("min", descending=True).alias("rank"))
    .sort("rank")
)
regions = trusts.group_by("region").agg(pl.col("figure").mean(), pl.len().alias("trusts")).sort("region")
sys.stdout.write(trusts.write_csv())
sys.stdout.write(regions.write_csv())
