country AAA · commitment floor-2026 · year 2026 · pledge at least 2.5% of GDP · currency EUR

scenario    GDP, m    share, %  low, m  amount, m
─────────────────────────────────────────────────
latest     1 200.5 f       2.5   30.01      30.01
bank-view  1 250 f         2.5   31.25      31.25

f forecast
as known on 2025-09-01
