// A small extension of JupyterLab, in the form that it loads (module federation), so that nothing has to be built.
// It makes room for notebooks on narrow screens, and marks collapsed cells while they run.
(() => {
  const NARROW = '(max-width: 700px)';
  const RUNNING = 'openweights-running';
  const style = new URL('openweights.css', document.currentScript.src).href;
  let shared = {};

  /** A module of JupyterLab's own. */
  async function library(name) {
    const [version] = Object.values(shared[name]);
    return (await version.get())();
  }

  function addStyle() {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: style });
    document.head.append(link);
  }

  /** Closes the side bars when the window is, or becomes, too narrow for them and a notebook. */
  function collapseWhenNarrow(shell) {
    const narrow = window.matchMedia(NARROW);
    const collapse = () => {
      if (narrow.matches) {
        shell.collapseLeft?.();
        shell.collapseRight?.();
      }
    };
    collapse();
    narrow.addEventListener('change', collapse);
  }

  /** A cell whose code is collapsed has no prompt in which the asterisk of a running cell could stand. */
  function markRunning(actions) {
    actions.executionScheduled.connect((_, { cell }) => cell.addClass(RUNNING));
    actions.executed.connect((_, { cell }) => cell.removeClass(RUNNING));
  }

  async function activate(app) {
    addStyle();
    app.restored.then(() => collapseWhenNarrow(app.shell));
    markRunning((await library('@jupyterlab/notebook')).NotebookActions);
  }

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.openweights = {
    init: (scope) => { shared = scope; },
    get: async () => () => ({ __esModule: true, default: { id: 'openweights:plugin', autoStart: true, activate } }),
  };
})();
