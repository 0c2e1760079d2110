using Lasco.Notebooks.Kernel;

// Not a return: a cell's foreground threads must not keep the process alive.
Environment.Exit(KernelProcess.Run(args));
