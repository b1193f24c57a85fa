"""One measure of every trust and region in pandas: both files read, joined, weighted, ranked; no intervals.

    python pandas_trusts.py england_ks4final.csv group_links.csv
"""

import sys

import pandas as pd

YEAR, CAP, FEWEST_YEARS, FEWEST_SCHOOLS = 2023, 5, 3, 3
TYPES = ["AC", "ACC", "F", "FSS", "FUTC", "UTC"]
PUPILS, FIGURE = "TFSM6CLA1A", "PTFSM6CLA1ABASICS_95"


def read(path, columns):
    return pd.read_csv(path, usecols=columns, dtype=str, encoding="windows-1252", on_bad_lines="skip")


school_columns = ["RECTYPE", "URN", "LEA", "NFTYPE", "TPUP", PUPILS, FIGURE]
schools = read(sys.argv[1], school_columns)
schools = schools[schools["RECTYPE"].isin(["1", "2"])].copy()
for column in ["TPUP", PUPILS, FIGURE]:
    schools[column] = pd.to_numeric(schools[column].str.strip().str.rstrip("%"), errors="coerce")

link_columns = ["URN", "Group UID", "Group Name", "Group Type", "Closed Date", "Joined date"]
links = read(sys.argv[2], link_columns)
links = links[(links["Group Type"] == "Multi-academy trust") & links["Closed Date"].isna()].copy()
links["joined"] = pd.to_datetime(links["Joined date"], format="%d-%m-%Y", errors="coerce")
links = links[links["joined"] <= pd.Timestamp(YEAR - 1, 9, 14)]
year, month, day = (getattr(links["joined"].dt, part) for part in ["year", "month", "day"])
links["years"] = YEAR - year - ((month > 9) | ((month == 9) & (day > 14)))
links = links.sort_values("joined").drop_duplicates("URN", keep="last")

counting = schools.merge(links, on="URN")
counts = counting["NFTYPE"].isin(TYPES) & (counting["years"] >= FEWEST_YEARS) & (counting["TPUP"] >= 1)
counting = counting[counts].copy()
counting["weight"] = (counting[PUPILS] * counting["years"].clip(upper=CAP)).where(counting[FIGURE].notna())
counting["product"] = counting["weight"] * counting[FIGURE]
counting["region"] = counting["LEA"].str[0]
trusts = counting.groupby(["Group UID", "Group Name"], as_index=False).agg(
    schools=("URN", "size"), weight=("weight", "sum"), product=("product", "sum"), region=("region", "first")
)
trusts = trusts[trusts["schools"] >= FEWEST_SCHOOLS].copy()
trusts["figure"] = trusts["product"] / trusts["weight"]
trusts["rank"] = trusts["figure"].rank(method="min", ascending=False)
trusts = trusts.sort_values("rank")
regions = trusts.groupby("region").agg(figure=("figure", "mean"), trusts=("figure", "size"))
sys.stdout.write(trusts.to_csv(index=False))
sys.stdout.write(regions.to_csv())
