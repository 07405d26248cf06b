// Expected: error ran for 500 ms
for (;;) {}
