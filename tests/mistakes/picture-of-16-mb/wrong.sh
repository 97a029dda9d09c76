head -c 16000000 /dev/zero > members/ada.jpg
