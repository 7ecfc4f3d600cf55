// A small extension of JupyterLab, in the form that it loads (module federation), so that nothing has to be built.
// It makes room for notebooks on narrow screens, marks collapsed cells while they run, and follows links to headings.
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

  /** The letters and digits of a heading or of its link. */
  const plain = text => text.replace(/[^\p{L}\p{N}]/gu, '');

  /** JupyterLab itself looks for a heading only among the cells that are on the page already: at first there are none. */
  async function scrollToHeading(shell, { path, id }) {
    const panel = [...shell.widgets('main')].find(each => each.context?.path === path && each.content?.widgets);
    if (panel) {
      await panel.revealed;
      const cells = panel.content.widgets;
      const heading = decodeURIComponent(id.slice(1));
      const headings = await Promise.all(cells.map(cell => cell.getHeadings()));
      const cell = cells[headings.findIndex(each => each.some(({ text }) => plain(text) === plain(heading)))];
      const comes = cell && panel.content.notebookConfig.windowingMode !== 'full'; // to the page, without being scrolled to
      while (comes && !cell.isDisposed && !cell.node.querySelector('.jp-InternalAnchorLink')) {
        await new Promise(requestAnimationFrame);
      }
      panel.setFragment('#heading=' + heading);
    }
  }

  function followLinks({ commands, shell }) {
    commands.commandExecuted.connect((_, { id, args, result }) => {
      if (id === 'rendermime:handle-local-link' && args.id) {
        result.then(() => scrollToHeading(shell, args));
      }
    });
  }

  async function activate(app) {
    addStyle();
    app.restored.then(() => collapseWhenNarrow(app.shell));
    followLinks(app);
    markRunning((await library('@jupyterlab/notebook')).NotebookActions);
  }

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.openweights = {
    init: (scope) => { shared = scope; },
    get: async () => () => ({ __esModule: true, default: { id: 'openweights:plugin', autoStart: true, activate } }),
  };
})();
