// The address at which the test server puts the library.
import { createLaboratory } from '/library/browser.js';
import { computeTask } from './computeTask.js';

window.createLaboratory = createLaboratory;
window.computeTask = computeTask;
