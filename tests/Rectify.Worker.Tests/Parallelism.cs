// Each running app is a process of its own; more than two at once only wait for each other's processors.
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]
