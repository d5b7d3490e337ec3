/** The part of the Python program that is the same for every figure; it follows PEP 8. */

export const PYTHON_IMPORTS = [
  'from pathlib import Path',
  'from textwrap import fill',
  '',
  'import matplotlib.pyplot as plt',
  'from astropy.table import Table',
  '',
  'HERE = Path(__file__).resolve().parent',
] as const;

// What follows is Python: a backslash stands twice, and a dollar before a brace is escaped.
const FUNCTIONS = `

def weighted(table, column):
    """Return a column times the energy to the power POWER."""
    return table["energy"].data ** POWER * table[column].data


def unit_label(table):
    """Return the unit of the vertical axis as matplotlib sets it."""
    unit = table["energy"].unit ** POWER * table["total"].unit
    return unit.to_string("latex_inline")


def total_error(table, side):
    """Return the error on one side, all kinds in quadrature."""
    square = 0
    for kind in ("stat", "syst"):
        column = f"{kind}_{side}"
        if column not in table.colnames:
            column = f"{kind}_error"
        square = square + weighted(table, column) ** 2
    return square ** 0.5


def draw_model(axes, table):
    """Draw bands, components and total."""
    energy = table["energy"].data
    bands = {}
    for band in table.meta.get("bands", []):
        edges = bands.setdefault(band["probability"], {})
        edges[band["edge"]] = weighted(table, band["column"])
    for probability, edges in bands.items():
        axes.fill_between(
            energy,
            edges["lower"],
            edges["upper"],
            color=STYLES["total"][0],
            alpha=0.18,
            linewidth=0,
            label=f"{probability:.0%} band",
        )
    curves = [
        (part["column"], part["name"])
        for part in table.meta.get("components", [])
    ]
    for column, name in curves + [("total", "total")]:
        color, dashes = STYLES[column]
        axes.plot(
            energy,
            weighted(table, column),
            color=color,
            linestyle=dashes,
            linewidth=1.6 if column == "total" else 1.1,
            label=fill(name, 24),
        )


def draw_data(axes, residuals, table, look):
    """Draw measured points above and their residuals below."""
    color, marker = look
    label = table.meta["datasets"][0]["label"]
    measured = weighted(table, "measured")
    lower = total_error(table, "lower")
    upper = total_error(table, "upper")
    in_fit = table["in_fit"].data.astype(bool)
    limits = in_fit & False
    if "upper_limit" in table.colnames:
        limits = table["upper_limit"].data.astype(bool)
        lower[limits] = 0.5 * measured[limits]
    known = axes.get_legend_handles_labels()[1]
    outside = "_" if "not in the fit" in known else "not in the fit"
    for chosen, face, name in (
        (in_fit, color, label),
        (~in_fit, "white", outside),
    ):
        if not chosen.any():
            continue
        style = {
            "fmt": marker,
            "color": color,
            "markerfacecolor": face,
            "markersize": 2.6,
            "markeredgewidth": 0.6,
            "elinewidth": 0.6,
        }
        energy = table["energy"].data[chosen]
        axes.errorbar(
            energy,
            measured[chosen],
            yerr=(lower[chosen], upper[chosen]),
            uplims=limits[chosen],
            label=fill(name, 24),
            **style,
        )
        pull = table["pull_sigma"].data[chosen]
        residuals.errorbar(energy, pull, yerr=1, **style)


def draw_legend(figure, axes):
    """Put the legend above the frame and make room for its rows."""
    columns = max(2, WIDTH_MM // 43)
    rows = -(-len(axes.get_legend_handles_labels()[1]) // columns)
    figure.set_figheight(figure.get_figheight() + 0.17 * rows)
    axes.legend(
        loc="lower left",
        bbox_to_anchor=(0, 1),
        ncol=columns,
        handlelength=3.5,
        frameon=False,
    )


def fit_view(axes, tables):
    """Show the region of the data."""
    values = [weighted(table, "measured") for table in tables]
    axes.set_ylim(
        min(value.min() for value in values) / 1.5,
        max(value.max() for value in values) * 2.8,
    )
    axes.set_xlim(
        min(table["bin_low"].min() for table in tables),
        max(table["bin_high"].max() for table in tables) * 2,
    )


def main():
    """Read the tables and write the figure."""
    plt.rcParams.update({"font.size": 8, "legend.fontsize": 7})
    spectrum = Table.read(SPECTRUM, format="ascii.ecsv")
    tables = [Table.read(name, format="ascii.ecsv") for name in COMPARISONS]
    width = WIDTH_MM / 25.4
    figure, (axes, residuals) = plt.subplots(
        2,
        1,
        sharex=True,
        figsize=(width, min(0.85 * width, 3.9)),
        gridspec_kw={"height_ratios": (3, 1)},
        constrained_layout=True,
    )
    axes.set_xscale("log")
    axes.set_yscale("log")
    draw_model(axes, spectrum)
    for index, table in enumerate(tables):
        draw_data(axes, residuals, table, POINTS[index % len(POINTS)])
    if tables:
        fit_view(axes, tables)
    residuals.axhline(0, color=STYLES["total"][0], linewidth=1)
    factor = f"E^{POWER}\\\\," if POWER else ""
    axes.set_ylabel(rf"$\{factor}\\Phi(e^+)$ [{unit_label(spectrum)}]")
    residuals.set_ylabel(r"residual / $\\sigma$")
    residuals.set_xlabel("kinetic energy $E$ [GeV]")
    for panel in (axes, residuals):
        panel.tick_params(which="both", direction="in", top=True, right=True)
    draw_legend(figure, axes)
    for ending in ("pdf", "png"):
        figure.savefig(HERE / f"figure.{ending}", dpi=300)


if __name__ == "__main__":
    main()`;

export const PYTHON_FUNCTIONS = FUNCTIONS.split('\n');
