// Pasted data is read like dropped files.
import { expect, test } from "@playwright/test";
import type { Page } from "@playwright/test";
import { SCHOOL_FILE, go, marks, open, published, trustFile, written } from "./support/page.ts";
import type { Dropped } from "./support/page.ts";

const MINE =
  "TRUST_UID,TRUST_NAME,TRUST_LEADREGION,TIME_PERIOD,ATT8SCR_WGTAVG_FSM6CLA1A\n" +
  "1,ONE,London,202223,40\n2,TWO,London,202223,42\n3,THREE,South West,202223,38\n";

/** Pastes files, or a text, on an element. */
async function paste(page: Page, onto: string, what: { files?: Dropped[]; text?: string }): Promise<void> {
  const files = (what.files ?? []).map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") }));
  await page.locator(onto).evaluate(
    (element, { files, text }) => {
      const clipboardData = new DataTransfer();
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        clipboardData.items.add(new File([bytes], name));
      }
      if (text) clipboardData.setData("text/plain", text);
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { files, text: what.text ?? "" },
  );
}

test("pasted files are read, several at once", async ({ page }) => {
  const problems = await open(page);
  await expect(page.locator(".file-bar")).toContainText("or drop or paste them");
  const trusts = trustFile();
  await paste(page, "body", { files: [trusts, published(SCHOOL_FILE)] });
  await expect(page.locator(".file-name")).toContainText(trusts.name);
  await go(page, "Data");
  const rows = page.getByRole("table", { name: "Files in use" }).getByRole("row");
  await expect(rows).toHaveCount(3);
  expect(problems).toEqual([]);
});

test("a text with columns is read as a file, with any delimiter", async ({ page }) => {
  await open(page);
  await paste(page, "main", { text: MINE });
  await expect(page.locator(".file-name")).toHaveText("pasted.csv");
  await expect(page.getByRole("status").first()).toContainText("pasted.csv read, 3 trusts");
  await paste(page, "main", { text: MINE.replaceAll(",", "\t") });
  await expect(page.locator(".file-name")).toHaveText("pasted.txt");
});

test("cells are pasted by keyboard from the system's clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), MINE.replaceAll(",", "\t"));
  await marks(page.locator(".regional-gap")).focus();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.locator(".file-name")).toHaveText("pasted.txt");
});

test("a pasted unknown table can be explained like a dropped one", async ({ page }) => {
  await open(page);
  await paste(page, "body", { text: "Setting\tChain\tEM5 PP\nElm\tBirch\t40%\n" });
  await expect(page.getByRole("button", { name: "Say what its columns are" })).toBeVisible();
});

test("text without a table is reported, and text pasted into a field stays there", async ({ page }) => {
  await open(page);
  await paste(page, "body", { text: "Dear all,\nhere they are." });
  await expect(page.locator("#told")).toContainText("What you pasted is not a table.");
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
  await go(page, "Trusts");
  await paste(page, "#search", { text: MINE });
  await page.locator("#search").fill("Academy");
  await expect(page.locator(".file-name")).toHaveText("Demonstration: made-up trusts");
  // Files are meant to be read, wherever they are pasted.
  await paste(page, "#search", { files: [written("mine.csv", MINE)] });
  await expect(page.locator(".file-name")).toHaveText("mine.csv");
  // The pasted text is unaffected.
  await expect(page.locator(".remarks")).not.toContainText("pasted");
});

test("data pasted as soon as the page is drawn is read", async ({ page }) => {
  await open(page);
  await paste(page, "body", { text: MINE });
  await expect(page.locator(".file-name")).toHaveText("pasted.csv");
});
