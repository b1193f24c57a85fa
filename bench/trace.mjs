// The tasks of a page's main thread, from the browser's own trace.

/** What a trace tells of: every task, and how much of it was processor time. */
const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/** The mark of a step, put into the trace by the page itself: it names the page's thread, too. */
const MARK = "bench: ";

/** Begins the step with this name; the tasks from here on are its own. */
export const beginStep = (page, name) => page.evaluate((mark) => console.timeStamp(mark), MARK + name);

/** The same for the step that opens the page, whose mark has to be there before anything else. */
export const beginStepWithPage = (page, name) => page.addInitScript((mark) => console.timeStamp(mark), MARK + name);

/**
 * Traces what `act` does with the page; gives each step's tasks on the page's thread.
 *
 * A task is as long as the processor was busy with it, because other programs that are at work do not lengthen that.
 *
 * @returns {Promise<Map<string, number[]>>} milliseconds by step, the longest first
 */
export async function tasksOf(browser, page, act) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const marks = traceEvents
    .filter(({ name, args }) => name === "TimeStamp" && args?.data?.message?.startsWith(MARK))
    .sort((one, two) => one.ts - two.ts);
  const steps = new Map();
  marks.forEach(({ pid, tid, ts, args }, index) => {
    const end = marks[index + 1]?.ts ?? Infinity;
    const tasks = traceEvents
      .filter((event) => event.name.endsWith("RunTask") && event.pid === pid && event.tid === tid)
      // The mark of a page that opens is in the middle of its first task.
      .filter((event) => event.ts + (event.dur ?? 0) > ts && event.ts < end)
      .map(({ dur = 0, tdur = dur }) => tdur / 1000);
    steps.set(args.data.message.slice(MARK.length), tasks.sort((one, two) => two - one));
  });
  return steps;
}
