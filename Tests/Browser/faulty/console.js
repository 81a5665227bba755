undefinedFunction()
