# Reads the rows of all rounds and libraries, pairs those of one placement of the cores, and prints the table of ratios
# (mode=table) or the names of the rows that have no such pair (mode=unmatched). What is compared with the peers begins with
# mine: cobre, or bare, the same without a library. Fields: collectives.c.

function least(a, b) { return a < b ? a : b }
function most(a, b) { return a > b ? a : b }

function agree(i, j,    low, high)
{
    low = least(least(before[i], after[i]), least(before[j], after[j]))
    high = most(most(before[i], after[i]), most(before[j], after[j]))
    return high <= 1.25 * low
}

# The pair of the median ratio, the greater of two, as "i j"; empty if no two samples were of one placement.
function median_pair(own, theirs, matched,    a, b, na, nb, i, j, k, n, ia, ib, ratio, pair, r, p)
{
    na = split(samples[own], ia, " ")
    nb = split(samples[theirs], ib, " ")
    n = 0
    for (a = 1; a <= na; a++)
    {
        for (b = 1; b <= nb; b++)
        {
            i = ia[a]
            j = ib[b]
            if (matched && !agree(i, j)) { continue }
            r = p50[i] / p50[j]
            p = i " " j
            for (k = n++; k > 0 && ratio[k] > r; k--) { ratio[k + 1] = ratio[k]; pair[k + 1] = pair[k] }
            ratio[k + 1] = r
            pair[k + 1] = p
        }
    }
    return n ? pair[int(n / 2) + 1] : ""
}

# The pair with the peer against which the ratio is the greatest; empty if any peer has no pair of one placement.
function hardest(own, row, matched,    lib, p, best, ij, r, greatest)
{
    best = ""
    greatest = -1
    for (lib in peers)
    {
        if (!((lib SUBSEP row) in samples)) { continue }
        p = median_pair(own, lib SUBSEP row, matched)
        if (p == "") { return "" }
        split(p, ij, " ")
        r = p50[ij[1]] / p50[ij[2]]
        if (r > greatest) { greatest = r; best = p }
    }
    return best
}

function print_row(row, lib, p, matched,    part, ij, i, j, trip)
{
    split(row, part, SUBSEP)
    split(p, ij, " ")
    i = ij[1]
    j = ij[2]
    trip = ranks == 2 && part[2] <= 1024 && lib !~ /tcp|udp|logs/ ? \
        sprintf("%.2f", p50[i] / (before[i] + after[i])) : "-"
    printf "| %s | %s | %s | %d | %d | %.2f | %.2f | %.2f | %s | %s | %d %d / %d %d%s |\n", part[1], part[2],
        lib ~ /^bare/ ? lib : lib ~ /foreign/ ? "foreign" : "allocated", p50[i], p50[j], p50[i] / p50[j], mean[i] / mean[j], p99[i] / p99[j],
        trip, library[j], before[i], after[i], before[j], after[j], matched ? "" : " (unmatched)"
}

FNR == 1 && $1 == "lib" { next }

{
    sample++
    row = $3 SUBSEP $4
    if (!(row in seen)) { seen[row] = 1; order[++rows] = row }
    library[sample] = $1
    p50[sample] = $6
    p99[sample] = $7
    mean[sample] = $8
    before[sample] = $9
    after[sample] = $10
    samples[$1 SUBSEP row] = samples[$1 SUBSEP row] " " sample
    if (index($1, mine) == 1) { ours[$1] = 1 }
    else if ($1 !~ /^(cobre|bare)/) { peers[$1] = 1 }
}

END {
    if (mode == "table")
    {
        print "| operation | bytes a rank | buffers | " mine " p50 ns | best peer p50 ns | ratio | mean ratio | p99 ratio " \
            "| of a round trip | peer | probes ns |"
        print "|---|---|---|---|---|---|---|---|---|---|---|"
    }
    for (k = 1; k <= rows; k++)
    {
        row = order[k]
        missing = 0
        for (pass = 0; pass < 2; pass++)
        {
            for (lib in ours)
            {
                if ((lib ~ /foreign/) != pass || !((lib SUBSEP row) in samples)) { continue }
                matched = 1
                p = hardest(lib SUBSEP row, row, 1)
                if (p == "")
                {
                    matched = 0
                    missing = 1
                    p = hardest(lib SUBSEP row, row, 0)
                }
                if (mode == "table" && p != "") { print_row(row, lib, p, matched) }
            }
        }
        if (mode == "unmatched" && missing)
        {
            split(row, part, SUBSEP)
            print part[1] ":" part[2]
        }
    }
}
