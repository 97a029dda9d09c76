"""An introduction on its way into members/: its handle, its answers, its file, judged before anything is written."""
