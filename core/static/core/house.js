// Loaded on every page: what all pages do alike.
import "./ns-icon.js";
import "./wires.js";
import "./dialogs.js";
import "./quiet-bars.js";
import "./manners.js";
import "./tick-bar.js";
