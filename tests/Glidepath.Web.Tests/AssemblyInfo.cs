// Most of these wait: for a database to have written, for a killed writer to come back.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
