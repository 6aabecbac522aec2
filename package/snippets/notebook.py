from html import escape
from pathlib import Path
from IPython.display import HTML

# embed.html carries everything; a notebook's own page needs nothing else.
HTML(f'<iframe sandbox="allow-scripts" width="100%" height="570" style="border: 0" srcdoc="{escape(Path("embed.html").read_text())}"></iframe>')
