// A program to be disturbed: it works on an engine's file until its parent kills it, or ends well by itself.
using Rectify.Durable.Sqlite.Faults;

return args switch
{
    ["load", var folder, var upTo, var stopAt] => await Load.RunAsync(folder, int.Parse(upTo), int.Parse(stopAt)),
    ["lock", var path] => Locker.Run(path),
    ["open", var path] => await Opener.RunAsync(path),
    _ => throw new ArgumentException("Say one of: load FOLDER UPTO STOPAT | lock FILE | open FILE"),
};
