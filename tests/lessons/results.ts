/** What the page would have computed for the cases of a lesson. */
import { evaluateScenario } from '../../src/analysis/evaluate.ts';
import { fitScenario } from '../../src/analysis/fitScenario.ts';
import { prepareData } from '../../src/data/prepare.ts';
import { caseScenario } from '../../src/lessons/cases.ts';
import type { Lesson, LessonCase } from '../../src/lessons/lesson.ts';
import { type CaseResult, NOW, type Results } from '../../src/lessons/measure.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { testKernel } from '../support.ts';

/** Every case of a lesson, and the student's own where it is given. */
export async function resultsOf(lesson: Lesson, now?: CaseResult): Promise<Results> {
  const results = new Map<string, CaseResult>();
  for (const [name, lessonCase] of Object.entries(lesson.cases)) results.set(name, await resultOf(lessonCase));
  if (now) results.set(NOW, now);
  return results;
}

async function resultOf(lessonCase: LessonCase): Promise<CaseResult> {
  const scenario = caseScenario(lessonCase);
  return lessonCase.fitted ? fitted(scenario) : evaluated(scenario);
}

export async function evaluated(scenario: Scenario): Promise<CaseResult> {
  await prepareData(scenario);
  return { evaluation: evaluateScenario(await testKernel(), scenario), report: null };
}

export async function fitted(scenario: Scenario): Promise<CaseResult> {
  const kernel = await testKernel();
  const report = fitScenario(kernel, scenario);
  if (!report.valid) throw new Error(`the fit of "${scenario.name}" is not valid: ${report.verdict}`);
  return { evaluation: evaluateScenario(kernel, report.scenario), report };
}
