COLUMNS=[]
rows=None
