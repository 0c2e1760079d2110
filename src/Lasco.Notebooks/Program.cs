using Lasco.Notebooks.Display;
using Lasco.Notebooks.Scripting;

using var session = new CSharpSession(Environment.CurrentDirectory);
return session.Execute(args[0], "cell 1", null!).Error is null ? 0 : 1;
