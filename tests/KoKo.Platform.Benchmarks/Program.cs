System.Console.WriteLine("Nothing to measure yet.");
