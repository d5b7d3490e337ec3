// The address at which the test server puts the library.
import { createLaboratory } from '/library/browser.js';

window.createLaboratory = createLaboratory;
