// Unusable files, second files, large files: the page says so and keeps what it had.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { drop, finding, open, openWithTrustFile, trustFile } from "./support/page.ts";

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const HEAD = "TIME_PERIOD,TRUST_NAME,TRUST_UID,TRUST_LEADREGION,PTL2BASICS_95_WGTAVG_FSM6CLA1A";

/** What the error summary says; the former data are still in place and the keyboard is at the summary. */
async function refusal(page: Page): Promise<string> {
  const summary = page.getByRole("alert").filter({ hasText: "not used" });
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  await expect(finding(page)).toContainText("London is the only region where more than a third");
  await expect(page.locator(".file-name")).toHaveText("england_ks4-mats-performance.csv");
  return (await summary.textContent()) ?? "";
}

test("each unusable file has its own message and leaves the earlier data in place", async ({ page }) => {
  const problems = await openWithTrustFile(page);
  const cases: [string, Buffer, string][] = [
    ["picture.csv", PNG, "picture.csv: The file is a PNG picture, not a CSV file."],
    ["empty.csv", Buffer.alloc(0), "empty.csv: The file is empty."],
    ["head.csv", Buffer.from(HEAD), "head.csv: this is the trust performance file, but it contains only the row of column names"],
    ["book.xlsx", Buffer.from("PK\u0003\u0004[Content_Types].xml"), "book.xlsx: The file is an Excel workbook (.xlsx)"],
    [
      "schools.csv",
      Buffer.from("RECTYPE,URN,SCHNAME,TPUP\n1,2,3,4"),
      "It is most like the school performance file, but does not have ATT8SCR. Its first columns are RECTYPE, URN, SCHNAME, TPUP.",
    ],
    ["prices.csv", Buffer.from("day,price\n1,2"), "Its first columns are day, price."],
  ];
  for (const [name, bytes, words] of cases) {
    await drop(page, { name, bytes });
    await expect(page.getByRole("alert").filter({ hasText: name })).toBeVisible();
    const message = await refusal(page);
    expect(message).toContain(words);
    expect(message).toContain("england_ks4-mats-performance.csv");
    // Only a table can be explained.
    const explained = ["schools.csv", "prices.csv"].includes(name) ? 1 : 0;
    await expect(page.getByRole("button", { name: "Say what its columns are" })).toHaveCount(explained);
  }
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not used" })).toHaveCount(0);
  await expect(page.locator("main")).toBeFocused();
  expect(problems).toEqual([]);
});

test("a bad row is left out and listed on Data", async ({ page }) => {
  await open(page);
  const text = `${HEAD}\n202223,ONE TRUST,1,London,40%\n202223,TWO TRUST,2,Narnia,30%\n202223,THREE TRUST,3,London,abc\n`;
  await drop(page, { name: "mine.csv", bytes: Buffer.from(text) });
  await expect(page.locator(".file-counts")).toContainText("2 problems");
  await page.getByRole("link", { name: "Data", exact: true }).click();
  const problems = page.getByRole("table", { name: "Problems in the files" });
  await expect(problems.locator("tbody tr")).toHaveCount(2);
  await expect(problems.locator("tbody tr").first()).toContainText("mine.csv3TRUST_LEADREGIONNarnia");
  await expect(problems.locator("tbody tr").nth(1)).toContainText("mine.csv4PTL2BASICS_95_WGTAVG_FSM6CLA1Aabc");
  // A trust with an unknown region is left out of regional lists, but of nothing else.
  const leftOut = page.getByRole("table", { name: "Trusts left out, and why" });
  await expect(leftOut).toContainText("Three Trust");
  await expect(leftOut).not.toContainText("Two Trust");
});

test("a good and a bad file together: one is used, the other is named", async ({ page }) => {
  const file = trustFile();
  await open(page);
  await drop(page, { name: "picture.csv", bytes: PNG }, file);
  await expect(finding(page)).toContainText("London is the only region where more than a third");
  await expect(page.getByRole("alert").filter({ hasText: "picture.csv" })).toBeVisible();
});

test("a second file of the same year replaces the first, and one of another year is added", async ({ page }) => {
  await openWithTrustFile(page);
  const mine = `${HEAD}\n202223,ONE TRUST,1,London,40%\n`;
  await drop(page, { name: "mine.csv", bytes: Buffer.from(mine) });
  await expect(page.locator(".remarks li")).toHaveText(
    "mine.csv replaces england_ks4-mats-performance.csv for 2022/23.",
  );
  await expect(page.locator(".file-counts")).toContainText("1 eligible");
  await drop(page, { name: "older.csv", bytes: Buffer.from(mine.replace("202223", "201819")) });
  await expect(page.getByLabel("Year").locator("option")).toHaveText(["2022/23", "2018/19"]);
  await expect(page.locator(".file-counts")).toContainText("2018/19");
});

test("files dropped together show their newest year, in any order of reading", async ({ page }) => {
  await open(page);
  const newer = { name: "newer.csv", bytes: Buffer.from(`${HEAD}\n202223,ONE TRUST,1,London,40%\n`) };
  const older = { name: "older.csv", bytes: Buffer.from(`${HEAD}\n201819,ONE TRUST,1,London,30%\n`) };
  await drop(page, newer, older);
  await expect(page.getByLabel("Year").locator("option")).toHaveCount(2);
  await expect(page.getByLabel("Year")).toHaveValue("2022/23");
  await expect(page.locator(".file-counts")).toContainText("2022/23 · 1 eligible trust");
});

test("a group that the file does not have is not offered", async ({ page }) => {
  await open(page);
  const text = "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG\n1,ONE,London,202223,40\n2,TWO,South West,202223,30\n";
  await drop(page, { name: "all.csv", bytes: Buffer.from(text) });
  await expect(page.locator(".remarks li")).toHaveText([
    "all.csv does not give Grade 5+ in English and maths: Attainment 8 is shown instead.",
    "all.csv does not give Attainment 8 for “disadvantaged”: “all” is shown instead.",
  ]);
  await expect(page.getByRole("radio", { name: "All" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "Gap" })).toBeDisabled();
  await expect(finding(page)).toHaveText("In Attainment 8, all pupils score highest in London and lowest in the South West");
});

test("an archive too large to be read is refused by its size", async ({ page }) => {
  await openWithTrustFile(page);
  const transfer = await page.evaluateHandle(() => {
    // Each part begins like an archive.
    const part = new Uint8Array(1024 * 1024);
    part.set([0x50, 0x4b, 3, 4]);
    const transfer = new DataTransfer();
    transfer.items.add(new File(Array.from({ length: 257 }, () => part), "huge.zip"));
    return transfer;
  });
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
  expect(await refusal(page)).toContain("huge.zip: The file is 257 MB, but at most 256 MB can be read.");
});
