# As many pictures as a report has, each as SVG and PNG, drawn by gnuplot 5.4 or later from the CSV files of a report.
#
#     gnuplot -c benches/peers/report.gp REPORT SERIES OUT "NAME ACROSS UP LABEL ..." [REDRAWS]
#
# REPORT is a folder that `pledgebook report` wrote, SERIES the file `data/series/latvia-defence.csv`, OUT a folder that exists.
# `share` and `amounts` are drawn in full; given, where pledgebook works it out: which pledge stands in which year, where a path
# of GDP breaks, and every word. Of each other picture only the points of `charts/NAME.csv` are drawn, with their values and
# labels in words, an axis, a grid and three lines of text: less than pledgebook draws. With REDRAWS, `share` is then drawn so
# many times more, as SVG into memory's own nothing, and the milliseconds of one are printed.

amounts = ARG1."/amounts.csv"
series = ARG2
out = ARG3

set encoding utf8
set datafile separator comma
set datafile columnheaders

ink = "#161d28"; soft = "#555f6d"; grid = "#e1e4e9"; axis = "#5b6675"; tint = "#f4f2ec"
blue = "#1b4f9c"; orange = "#d95f0e"; rust = "#a84500"; green = "#12a18a"; dark_green = "#0b6f60"; violet = "#6d2e84"
bar = "#a9b4c2"; pale = "#e3e7ec"

# The rows in question, read once: year, scenario, share and amount of the standing defence pledge; goals; spending.
stands(id, year) = id eq "lva-defence-2025" || id eq "lva-defence-2026" || id eq "lva-framework-2027" \
    || id eq "lva-framework-2028" || (id eq "lva-decision-towards-5" && year >= 2029)
goal(id) = id eq "nato-hague-core" || id eq "nato-hague-total"
set table $latest separator tab
plot amounts using 4:8:10 with table if (strcol(1) eq "latest" && stands(strcol(3), $4))
set table $budget separator tab
plot amounts using 4:10 with table if (strcol(1) eq "budget-2026" && stands(strcol(3), $4) && strcol(10) ne "")
set table $imf separator tab
plot amounts using 4:10 with table if (strcol(1) eq "imf-2025-10" && stands(strcol(3), $4))
set table $goals separator tab
plot amounts using 4:8 with table if (strcol(1) eq "latest" && goal(strcol(3)))
set table $spent separator tab
plot series using 4:5 with table if (strcol(2) eq "spending" && strcol(3) eq "direct-defence" && $4 >= 2025)
set table $shares separator tab
plot series using 4:5 with table if (strcol(2) eq "spending-share" && strcol(3) eq "nato" && strcol(10) eq "2026-07-10")
unset table
set datafile separator tab
set datafile nocolumnheaders

grouped(x) = x < 999.5 ? sprintf("%.0f", x) : sprintf("%d %03d", int(x + 0.5) / 1000, int(x + 0.5) % 1000)
percent(x) = sprintf("%g%%", x)

svg = "set terminal svg size 1600,900 enhanced font 'DejaVu Sans,14.5' fontscale 1.38 background '#ffffff'"
png = "set terminal pngcairo size 1600,900 enhanced font 'DejaVu Sans,14.5' pointscale 1.6"

set border 1 linecolor rgb axis linewidth 1.5
set xtics nomirror out scale 0.5 textcolor rgb soft
set ytics nomirror scale 0 textcolor rgb soft
set grid ytics linetype 1 linecolor rgb grid linewidth 1
unset key
set style line 1 linecolor rgb blue linewidth 3.5
set style line 2 linecolor rgb blue linewidth 3.5 dashtype (9, 6)

# Spending as a share of GDP, pledges and goals
set label 1 "{/:Bold Latvia spent 3.28% of GDP on defence in 2024 and pledges about 5% for 2026}" at screen 0.025, 0.945 \
    font ",24" textcolor rgb ink
set label 2 "Defence spending, % of GDP, Defence spending (NATO definition); pledges as stated" at screen 0.025, 0.89 textcolor rgb soft
set label 3 "Sources: NATO 2026-07-10, 2025-06-25; Ministry of Foreign Affairs of Latvia 2025-11-20; Ministry of Finance of Latvia 2025-10-14. As of 2026-08-04." \
    at screen 0.025, 0.04 font ",12" textcolor rgb soft
set label 4 "{/:Bold spent}" at 2019, 2.3 center textcolor rgb blue
set label 5 "{/:Bold pledged}" at 2028.3, 4.87 left textcolor rgb rust
set label 6 "estimates and pledges" at 2024.6, 5.87 left font ",12" textcolor rgb soft
set label 7 "{/:Bold 3.5% Hague goal: core defence}" at 2034.75, 3.5 right textcolor rgb violet
set label 8 "{/:Bold 5% Hague goal: core and related together}" at 2035.1, 5.4 right textcolor rgb violet
set object 1 rectangle from 2024.5, graph 0 to 2035.2, graph 1 behind fillcolor rgb tint fillstyle solid noborder
set lmargin at screen 0.05
set rmargin at screen 0.975
set tmargin at screen 0.84
set bmargin at screen 0.11
set xrange [2013.8:2035.2]
set yrange [0:6]
set xtics 2014, 1, 2035
set ytics ("0" 0, "1" 1, "2" 2, "3" 3, "4" 4, "5" 5, "6%%" 6)

eval svg
set output out."/share.svg"
plot $shares using 1:($1 >= 2024 ? $2 : NaN) with lines linestyle 2, \
    "" using 1:($1 <= 2024 ? $2 : NaN) with lines linestyle 1, \
    "" using 1:($1 == 2014 || $1 >= 2024 ? $2 : NaN) with points pointtype 7 pointsize 0.7 linecolor rgb blue, \
    "" using ($1 == 2014 ? $1 : NaN):2:(percent($2)) with labels offset 0, -0.9 textcolor rgb blue, \
    "" using ($1 == 2024 ? $1 : NaN):2:(percent($2)) with labels offset -2.2, 0.7 textcolor rgb blue, \
    "" using ($1 > 2024 ? $1 : NaN):2:(percent($2)) with labels left offset 1, -0.6 textcolor rgb blue, \
    $latest using ($1 <= 2028 ? $1 : NaN):2 with points pointtype 13 pointsize 2 linecolor rgb "white", \
    "" using ($1 <= 2028 ? $1 : NaN):2 with points pointtype 13 pointsize 1.5 linecolor rgb orange, \
    "" using ($1 <= 2028 ? $1 : NaN):2:(($1 == 2026 ? "about " : "").percent($2)) with labels \
        offset 0, 1.1 textcolor rgb rust, \
    $goals using ($1 - 0.17):2:(0.34):(0) with vectors nohead linewidth 5 linecolor rgb violet
eval png
set output out."/share.png"
replot
unset output

# The same again, in the same process, as a page that is open would
if (ARGC > 4) {
    eval svg
    set output "/dev/null"
    start = time(0.0)
    do for [number = 1:int(ARG5)] { replot }
    print sprintf("%.3f", (time(0.0) - start) * 1000 / int(ARG5))
    exit
}

# What the pledge comes to under each path of GDP, before spending
set label 1 "{/:Bold Latvia’s pledge of about 5% of GDP comes to EUR 2 198 to 2 271 million in 2026}"
set label 2 "EUR million, pledged share × nominal GDP under each path of GDP; bars: what is spent or budgeted"
set label 3 "Sources: Ministry of Defence of Latvia 2024-12-07, 2025-12-04; Central Statistical Bureau of Latvia 2026-02-27; Ministry of Foreign Affairs of Latvia\n2025-11-20; NATO 2026-07-10; IMF 2025-10-14; Ministry of Finance of Latvia 2025-10-14; Cabinet of Ministers of Latvia 2025-05-13. As of 2026-08-04." \
    at screen 0.025, 0.055
set label 4 "{/:Bold latest: 2 744}" at 2030.45, 2800 left
set label 5 "{/:Bold imf-2025-10: 2 744}" at 2030.45, 2690 left textcolor rgb dark_green
set label 6 "{/:Bold budget-2026: 2 198}" at 2026.3, 2198 left font "" textcolor rgb rust
unset label 7
set arrow 1 from 2030.06, 2750 to 2030.43, 2800 nohead linecolor rgb blue
set arrow 2 from 2030.06, 2740 to 2030.43, 2690 nohead linecolor rgb green
set arrow 3 from 2026.07, 2198 to 2026.28, 2198 nohead linecolor rgb orange
set label 8 "of GDP pledged" at screen 0.86, 0.121 left font "" textcolor rgb soft
unset object 1
set rmargin at screen 0.85
set bmargin at screen 0.165
set xrange [2024.5:2030.4]
set yrange [0:3000]
set xtics ("2025\n4%%" 2025, "2026\nabout 5%%" 2026, "2027\n5%%" 2027, "2028\n4.87%%" 2028, "2029\nabout 5%%" 2029, "2030\nabout 5%%" 2030)
set ytics ("0" 0, "500" 500, "1 000" 1000, "1 500" 1500, "2 000" 2000, "2 500" 2500, "3 000" 3000)

eval svg
set output out."/amounts.svg"
plot $spent using 1:2:(0.46) with boxes fillcolor rgb pale fillstyle solid noborder, \
    "" using 1:2:($1 - 0.23):($1 + 0.23):(300):2 with boxxyerror linecolor rgb bar fillstyle transparent pattern 5 noborder, \
    "" using 1:(200):("{/:Bold ".grouped($2)."}") with labels textcolor rgb ink, \
    "" using 1:(90):("plan") with labels textcolor rgb ink, \
    $imf using 1:2 with lines linewidth 3.5 linecolor rgb green, \
    "" using 1:($1 >= 2027 ? $2 : NaN) with lines linewidth 9 linecolor rgb green, \
    $budget using 1:2 with points pointtype 5 pointsize 1.2 linecolor rgb orange, \
    $latest using 1:($1 >= 2027 ? $3 : NaN) with lines linestyle 1, \
    "" using 1:3 with points pointtype 7 pointsize 1.6 linecolor rgb "white", \
    "" using 1:3 with points pointtype 7 pointsize 1.2 linecolor rgb blue, \
    "" using ($1 < 2030 ? $1 : NaN):3:(grouped($3)) with labels offset 0, 0.9 textcolor rgb blue
eval png
set output out."/amounts.png"
replot
unset output

# The other pictures: points with their values and labels
unset label
unset arrow
set datafile separator comma
set datafile columnheaders
set lmargin at screen 0.05
set rmargin at screen 0.975
set tmargin at screen 0.84
set bmargin at screen 0.11
set xtics autofreq
set ytics autofreq
set xrange [*:*]
set yrange [0:*]
set label 2 "EUR million or % of GDP, by each publisher; labels as published, of the day that they were published" at screen 0.025, 0.89 textcolor rgb soft
set label 3 "Sources: Ministry of Defence of Latvia 2024-12-07, 2025-12-04; Central Statistical Bureau of Latvia 2026-02-27; IMF 2025-10-14. As of 2026-08-04." \
    at screen 0.025, 0.04 font ",12" textcolor rgb soft

do for [number = 0:words(ARG4) / 4 - 1] {
    name = word(ARG4, 4 * number + 1)
    across = word(ARG4, 4 * number + 2)
    up = word(ARG4, 4 * number + 3)
    about = word(ARG4, 4 * number + 4)
    at_day = across eq "date"
    place(year) = at_day ? strptime("%Y-%m-%d", strcol(across)) : column(across)
    set label 1 "{/:Bold Latvia’s pledges, and what was made of them by each publisher so far: ".name."}" \
        at screen 0.025, 0.945 font ",24" textcolor rgb ink
    if (at_day) { set xtics autofreq time format "%Y" } else { set xtics 1 numeric format "%.0f" }
    data = ARG1."/charts/".name.".csv"
    eval svg
    set output out."/".name.".svg"
    plot data using (place(0)):(column(up)) with points pointtype 7 pointsize 1.2 linecolor rgb blue, \
        "" using (place(0)):(column(up)):(sprintf("%g", column(up))) with labels offset 0, 0.9 textcolor rgb blue, \
        "" using (place(0)):(column(up)):(strcol(about)) with labels offset 0, -0.9 textcolor rgb rust
    eval png
    set output out."/".name.".png"
    replot
}
